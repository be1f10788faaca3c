import type { Transaction } from '@gondola/db';
import type { PgBoss } from 'pg-boss';
import { preparedQueries } from '../queue/prepared-queries.ts';
import { batchQueueName } from '../queue/queue-names.ts';

/** What a job of the batch queue carries. */
export interface BatchJob {
  batchId: string;
}

/** Puts jobs that work on a batch into the queue, as part of the caller's transaction. One too many does no harm. */
export interface BatchQueue {
  enqueue(
    tx: Transaction,
    batchId: string,
    options?: { jobs?: number; delaySeconds?: number },
  ): Promise<void>;
}

/** As many workers of a fleet as may work on one batch at once: live captures need the others. */
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
