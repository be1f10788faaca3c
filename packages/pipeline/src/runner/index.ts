/** The door for whoever runs stages outside a worker process: benchmarks and drills. Loads sharp. */
export { type PipelineTools, pipeline } from '../pipeline.ts';
export { builtInQualityRule } from '../quality/quality-rule.ts';
export { type BatchTools, workBatch } from '../reprocess/work-batch.ts';
export { orNoPhoto } from '../stages/no-photo.ts';
export type { JudgedPhoto, PreparedPhoto } from '../stages/prepared-photo.ts';
export { savePreprocess } from '../store/save-preprocess.ts';
export { advance } from './advance.ts';
export { type RunnerTools, runStage } from './run-stage.ts';
