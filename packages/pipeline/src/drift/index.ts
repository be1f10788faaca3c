/**
 * The light door to drift: groups of captures that wait because of their tags, and silent drift, where a shelf follows
 * another version than its captures were scored against. A group is released or scored again as a batch, see reprocess/.
 */
export { type DriftGroup, listDriftGroups } from './list-drift-groups.ts';
export { dismissSilentDrift } from './silent/dismiss-silent-drift.ts';
export { type DriftJudgement, judgeNeighbours, type Scored } from './silent/judge-neighbours.ts';
export { listSilentDriftGroups, type SilentDriftGroup } from './silent/list-silent-drift-groups.ts';
