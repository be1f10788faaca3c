/** Entry point for waivers: positions that a bay cannot follow. Loads no tier. */
export { createWaiver, type WaiverProblem } from './create-waiver.ts';
export { revokeWaiver } from './revoke-waiver.ts';
