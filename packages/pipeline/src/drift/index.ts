/** The light door to the drift queue: its groups. A group is released as a batch, see reprocess/. */
export { type DriftGroup, listDriftGroups } from './list-groups.ts';
