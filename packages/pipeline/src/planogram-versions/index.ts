/** The light door to planogram versions in the database: import and activation. */

export { readPlanogram } from '../store/read-planogram.ts';
export { type Activation, activateVersion } from './activate-version.ts';
export { addReferenceImage, findProduct } from './add-reference-image.ts';
export { type ImportedVersion, importVersion, type VersionImport } from './import-version.ts';
