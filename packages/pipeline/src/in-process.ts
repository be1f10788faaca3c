/** Entry point to stages outside a worker process, for benchmarks and drills. Loads sharp. */

export type { BatchTools } from './batches/batch-tools.ts';
export { workBatch } from './batches/work-batch.ts';
export { type PipelineTools, pipeline } from './pipeline.ts';
export { builtInQualityRule } from './quality-rules/quality-rule.ts';
export { advance } from './runner/advance.ts';
export { type RunnerTools, runStage } from './runner/run-stage.ts';
export type { JudgedPhoto, PreparedPhoto } from './stages/preprocess/prepared-photo.ts';
export { savePreprocess } from './stages/preprocess/save-preprocess.ts';
export { orUnusablePhoto } from './stages/preprocess/unusable-photo.ts';
