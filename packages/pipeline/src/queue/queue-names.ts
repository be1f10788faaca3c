import type { WorkingState } from '../lifecycle.ts';

/** The queue that holds the jobs of captures in a state. The retry queue is worked on when the others leave time. */
export const queueOfState = {
  INGESTED: 'preprocess',
  RETRY_SCHEDULED: 'retry',
  PREPROCESSED: 'infer',
  TIER_1_INFERENCE: 'score',
  TIER_2_INFERENCE: 'score',
  TIER_3_INFERENCE: 'score',
} as const satisfies Record<WorkingState, string>;

export type QueueName = (typeof queueOfState)[WorkingState];

/** What a job carries: ids only, so that retries (a delete and an insert) stay cheap. */
export interface CaptureJob {
  captureId: string;
}

export const queueNames = [...new Set(Object.values(queueOfState))] as QueueName[];

/** Of jobs that let all live ones pass, those of the retry queue too: work of a batch. */
export const yieldingPriority = -20;

/** A job of the retry queue yields to every other job of its worker: lower goes later. */
export const priorityOf: Record<QueueName, number> = { preprocess: 0, retry: -10, infer: 0, score: 0 };

/** The queue of batches: a job works on one batch for a while. Whoever works on it looks to live captures first. */
export const batchQueueName = 'reprocess';

/** All queues of ours. */
export const allQueueNames = [...queueNames, batchQueueName] as const;
