import type { WorkingState } from '../lifecycle.ts';

/** The queue of each state. Workers process the retry queue when the other queues are idle. */
export const queueOfState = {
  INGESTED: 'preprocess',
  RETRY_SCHEDULED: 'retry',
  PREPROCESSED: 'infer',
  TIER_1_INFERENCE: 'score',
  TIER_2_INFERENCE: 'score',
  TIER_3_INFERENCE: 'score',
} as const satisfies Record<WorkingState, string>;

export type QueueName = (typeof queueOfState)[WorkingState];

/** Data of a job: ids only, so that retries (a delete and an insert) stay cheap. */
export interface CaptureJob {
  captureId: string;
}

export const queueNames = [...new Set(Object.values(queueOfState))] as QueueName[];

/** Priority of work of a batch, below all live jobs, those of the retry queue included. */
export const batchPriority = -20;

/** Priority of live jobs. A worker runs lower numbers later, so jobs of the retry queue wait for all other jobs. */
export const priorityOf: Record<QueueName, number> = { preprocess: 0, retry: -10, infer: 0, score: 0 };

/** The queue of batches. A job processes one batch for a limited time, after live captures. */
export const batchQueueName = 'reprocess';

/** All queues of this application. */
export const allQueueNames = [...queueNames, batchQueueName] as const;
