/** Entry point for planogram versions in the database: import, comparison, mapping and activation. */

export { activateInBays, type ListedActivation } from './activate-in-bays.ts';
export { type AskedActivation, activatePlanogramVersion } from './activate-planogram-version.ts';
export { activateVersion } from './activate-version.ts';
export { type PlannedActivationRow, planActivation } from './activation/plan-activation.ts';
export type { ActivationPreview, PreviewedBay } from './activation/preview-activation.ts';
export { byActivation } from './activation/release-now-active.ts';
export type { UnknownName } from './activation/resolve-activation.ts';
export { type ActivationWarning, activationWarningCodes } from './activation/warnings-of.ts';
export { addProductImage } from './add-product-image.ts';
export { addReferenceImage, findProduct } from './add-reference-image.ts';
export { cancelPlannedActivation } from './cancel-planned-activation.ts';
export type { VersionChange, VersionDiff } from './compare/version-diff.ts';
export { compareVersions } from './compare-versions.ts';
export { importPlanogram } from './import-planogram.ts';
export { type ImportedVersion, importVersion, type VersionImport } from './import-version.ts';
export type { MappingProblem } from './mapping/check-mapping.ts';
export type { MappingEntry, SavedEntry } from './mapping/mapping-entry.ts';
export { readMapping } from './mapping/read-mapping.ts';
export { previewPlanogramVersionActivation } from './preview-planogram-version-activation.ts';
export { proposeVersionMapping } from './propose-version-mapping.ts';
export { readPlanogram } from './read-planogram.ts';
export { readVersionPair } from './read-version-pair.ts';
export { type ActivationRound, runDueActivations } from './run-due-activations.ts';
export { saveVersionMapping } from './save-version-mapping.ts';
