/** The door for whoever runs stages outside a worker process: benchmarks and drills. Loads sharp. */
export { type PipelineTools, pipeline } from '../pipeline.ts';
export type { PreparedPhoto } from '../stages/preprocess.ts';
export { defaultQualityPolicy } from '../stages/quality-policy.ts';
export { savePreprocess } from '../store/save-preprocess.ts';
export { advance } from './advance.ts';
export { type RunnerTools, runStage } from './run-stage.ts';
