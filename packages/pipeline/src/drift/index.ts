/**
 * Entry point for drift: groups of captures that wait because of their tags, and silent drift. Silent drift means that
 * a shelf follows another version than its captures were scored against. A batch releases or re-scores a group, see
 * batches/.
 */

export {
  type DriftJudgement,
  judgeNeighbours,
  type Scored,
} from '../compliance/silent-drift/judge-neighbours.ts';
export { type DriftGroup, listDriftGroups } from './list-drift-groups.ts';
export { dismissSilentDrift } from './silent/dismiss-silent-drift.ts';
export { listSilentDriftGroups, type SilentDriftGroup } from './silent/list-silent-drift-groups.ts';
