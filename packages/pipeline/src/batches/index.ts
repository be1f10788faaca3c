/** The light door to batches: starting, watching and steering them. The work itself is the worker's. */
export { type CaptureFilter, matchCaptures } from '../store/match-captures.ts';
export { type Accepted, acceptOfferWithin } from './accept-offer.ts';
export { actOnBatch, actsOf, type BatchAct, batchActs } from './act-on-batch.ts';
export { type BatchImpact, readImpact } from './batch-impact.ts';
export { type BatchProgress, type FailureGroup, readFailures, readProgress } from './batch-progress.ts';
export { type BatchQueue, batchQueue } from './batch-queue.ts';
export { type BatchScope, batchScope } from './batch-scope.ts';
export { type BatchPlan, type BatchPreview, previewBatch } from './preview-batch.ts';
export { type BatchRow, type NewBatch, startBatchWithin } from './start-batch.ts';
