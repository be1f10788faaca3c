import type { Transaction } from '@gondola/db';
import type { PgBoss } from 'pg-boss';
import { preparedQueries } from './prepared-queries.ts';
import { batchPriority, type CaptureJob, priorityOf, type QueueName } from './queue-names.ts';

export interface NewJob {
  /** Also written to the capture's `jobId`: a job of another id is stale. */
  id: string;
  queue: QueueName;
  captureId: string;
  /** Seconds from now, by the database's clock; 0 = at once. */
  delaySeconds: number;
  /** True for work of a batch, which runs after all live jobs. */
  lowPriority?: boolean;
}

/** Adds jobs to the queue, or removes them, within the caller's transaction. */
export interface CaptureQueue {
  enqueue(tx: Transaction, jobs: readonly NewJob[]): Promise<void>;
  discard(tx: Transaction, queue: QueueName, jobIds: readonly string[]): Promise<void>;
}

/** Creates the capture queue on an open pg-boss. */
export function captureQueue(boss: PgBoss): CaptureQueue {
  return {
    async enqueue(tx, jobs) {
      const byQueue = Map.groupBy(jobs, (job) => job.queue);
      for (const [queue, batch] of byQueue) {
        await boss.insert(
          queue,
          batch.map((job) => ({
            id: job.id,
            data: { captureId: job.captureId } satisfies CaptureJob,
            priority: job.lowPriority ? batchPriority : priorityOf[queue],
            // A number is sent as an interval; a Date would depend on this host's clock.
            ...(job.delaySeconds > 0 ? { startAfter: job.delaySeconds } : {}),
          })),
          { db: preparedQueries(tx) },
        );
      }
    },
    async discard(tx, queue, jobIds) {
      if (jobIds.length > 0) await boss.deleteJob(queue, [...jobIds], { db: preparedQueries(tx) });
    },
  };
}
