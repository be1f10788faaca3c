/** The queue's light door: whoever only enqueues loads pg-boss and nothing of the stages. */
export type { CaptureQueue, NewJob } from './capture-queue.ts';
export { installQueue } from './install-queue.ts';
export { type OpenQueue, openQueue } from './open-queue.ts';
export { type CaptureJob, type QueueName, queueNames, queueOfState } from './queue-names.ts';
export { type QueueDepth, readQueueDepths } from './read-depths.ts';
