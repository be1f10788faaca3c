/** The light door to the drift queue: its groups, and their release. */
export { type DriftGroup, listDriftGroups } from './list-groups.ts';
export { type DriftRelease, releaseDriftGroup } from './release-group.ts';
