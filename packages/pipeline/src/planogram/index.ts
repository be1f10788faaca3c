export { exportPlanogram } from './export-planogram.ts';
export { type AzureRecognition, parseAzureRecognition } from './formats/azure-recognition.ts';
export { planogramLimits } from './formats/limits.ts';
export type { Problem, ProblemCode } from './formats/problem.ts';
export { checkDigitOf, readGtin } from './gtin.ts';
export { type Planogram, type Position, type Product, type Shelf, type Slot, slotsOf } from './model.ts';
export {
  type Parsed,
  type ParseOptions,
  type PlanogramFileFormat,
  parsePlanogram,
  type Suggested,
} from './parse-planogram.ts';
