/** Light entry point to master data in bulk: stores, groups, bays, categories, planograms, products, assignments. */

export { type FileReport, importMasterData, previewMasterData } from './import-master-data.ts';
export type { RowDifference } from './run/import-report.ts';
export type { FileProblem } from './run/open-file.ts';
export type { RowOutcome } from './run/work-rows.ts';
export { type GivenRow, saveMasterData } from './save-master-data.ts';
