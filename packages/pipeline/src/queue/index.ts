/** Entry point for processes that only enqueue: it loads pg-boss but no stage. */
export type { CaptureQueue, NewJob } from './capture-queue.ts';
export { installQueue } from './install-queue.ts';
export { type OpenQueue, openQueue } from './open-queue.ts';
export { type CaptureJob, type QueueName, queueNames, queueOfState } from './queue-names.ts';
export { type QueueDepth, readQueueDepths } from './read-queue-depths.ts';
