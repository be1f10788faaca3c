/** Entry point for batches: starts, reads and controls them. Workers do the work itself. */

export { acceptRescoreOffer } from './accept-rescore-offer.ts';
export {
  type ActedOn,
  actOnBatch,
  actOnBatchWithin,
  actsOf,
  type BatchAct,
  batchActs,
} from './act-on-batch.ts';
export { type BatchImpact, readImpact } from './batch-impact.ts';
export { type BatchProgress, type FailureGroup, readFailures, readProgress } from './batch-progress.ts';
export { type BatchQueue, batchQueue } from './batch-queue.ts';
export { type BatchScope, batchScope } from './batch-scope.ts';
export { type CaptureFilter, matchCaptures } from './match-captures.ts';
export { type BatchPlan, type BatchPreview, previewBatch } from './preview-batch.ts';
export { resolveVersion, type VersionProblem } from './resolve-version.ts';
export { type BatchRow, type NewBatch, startBatch, startBatchWithin } from './start-batch.ts';
