/** The light door to planogram versions in the database: import, comparison, mapping and activation. */

export { readPlanogram } from '../store/read-planogram.ts';
export { type Activation, activateVersion } from './activate-version.ts';
export { carryOutActivation } from './activation/carry-out-activation.ts';
export {
  cancelActivation,
  type PlannedActivationRow,
  planActivation,
} from './activation/plan-activation.ts';
export {
  type ActivationPreview,
  type PreviewedBay,
  previewActivation,
} from './activation/preview-activation.ts';
export { byActivation, releaseNowActive } from './activation/release-now-active.ts';
export type { ActivationWarning } from './activation/warnings-of.ts';
export { addReferenceImage, findProduct } from './add-reference-image.ts';
export type { VersionChange, VersionDiff } from './compare/version-diff.ts';
export { compareVersions } from './compare-versions.ts';
export { type ImportedVersion, importVersion, type VersionImport } from './import-version.ts';
export type { MappingProblem } from './mapping/check-mapping.ts';
export type { MappingEntry, SavedEntry } from './mapping/mapping-entry.ts';
export { proposeMapping } from './mapping/propose-mapping.ts';
export { readMapping } from './mapping/read-mapping.ts';
export { type SavedMapping, saveMapping } from './mapping/save-mapping.ts';
export { type ActivationRound, runDueActivations } from './run-due-activations.ts';
