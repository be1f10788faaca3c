export {
  type AzureMatchSpelling,
  exportAzureMatch,
  type MatchedPosition,
} from './export-azure-match.ts';
export {
  exportFile,
  exportFormats,
  type PlanogramExportFormat,
  type PlanogramTextFormat,
  textFormats,
} from './export-formats.ts';
export { exportPlanogram } from './export-planogram.ts';
export { exportPlanogramCsv } from './export-planogram-csv.ts';
export { type AzureRecognition, parseAzureRecognition } from './formats/azure/parse-azure-recognition.ts';
export { type CheckDigitForm, checkDigitFormOf } from './formats/check-digit-form.ts';
export { guessFormat } from './formats/guess-format.ts';
export { planogramLimits } from './formats/limits.ts';
export {
  type Parsed,
  type ParseOptions,
  type PlanogramFileFormat,
  planogramFileFormats,
  type Suggested,
} from './formats/planogram-format.ts';
export type { Problem, ProblemCode } from './formats/problem.ts';
export { type CodeReading, readCode } from './formats/product-code.ts';
export { checkDigitOf, expandUpcE, isRestricted, readGtin } from './gtin.ts';
export { listPlanograms, type PlanogramInFile } from './list-planograms.ts';
export { type Planogram, type Position, type Product, type Shelf, type Slot, slotsOf } from './model.ts';
export { parsePlanogram } from './parse-planogram.ts';
