/** The light door to waivers: positions that a bay cannot follow. */
export {
  createWaiver,
  type NewWaiver,
  versionOfBay,
  type WaiverProblem,
  type WaiverRow,
} from './create-waiver.ts';
export { revokeWaiver } from './revoke-waiver.ts';
