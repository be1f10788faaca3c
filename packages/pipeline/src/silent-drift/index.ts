/** The light door to silent drift: shelves that follow another version than their captures were scored against. */
export { dismissSilentDrift } from './dismiss-silent-drift.ts';
export { endSilentDrift } from './end-silent-drift.ts';
export { listSilentDriftGroups, type SilentDriftGroup } from './list-silent-drift-groups.ts';
