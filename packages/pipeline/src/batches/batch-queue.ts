import type { Transaction } from '@gondola/db';
import type { PgBoss } from 'pg-boss';
import { preparedQueries } from '../queue/prepared-queries.ts';
import { batchQueueName } from '../queue/queue-names.ts';

/** The payload of a job in the batch queue. */
export interface BatchJob {
  batchId: string;
}

/** Enqueues jobs for a batch in the caller's transaction. A surplus job does no harm: it finds no work. */
export interface BatchQueue {
  enqueue(
    tx: Transaction,
    batchId: string,
    options?: { jobs?: number; delaySeconds?: number },
  ): Promise<void>;
}

/** Maximum number of workers on one batch at once. Live captures need the other workers of the fleet. */
export const jobsPerBatch = 4;

export const batchQueue = (boss: PgBoss): BatchQueue => ({
  async enqueue(tx, batchId, { jobs = 1, delaySeconds = 0 } = {}) {
    const job = {
      data: { batchId } satisfies BatchJob,
      ...(delaySeconds > 0 ? { startAfter: delaySeconds } : {}),
    };
    await boss.insert(
      batchQueueName,
      Array.from({ length: jobs }, () => job),
      { db: preparedQueries(tx) },
    );
  },
});
