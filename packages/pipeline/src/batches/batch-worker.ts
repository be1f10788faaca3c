import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { batchQueueName } from '../queue/queue-names.ts';
import type { BatchJob } from './batch-queue.ts';
import { type BatchTools, workBatch } from './work-batch.ts';

/** Puts this worker to work on batches, one at a time beside the live captures. Resolves when it is listening. */
export async function startBatchWorker(boss: PgBoss, tools: BatchTools): Promise<void> {
  await boss.work(batchQueueName, workOptions, async ([job]: JobWithMetadata<BatchJob>[]) => {
    if (!job) return;
    const { batchId } = job.data;
    try {
      await workBatch(batchId, tools, job.signal);
    } catch (error) {
      // Nothing is lost: what a step did not commit is done again when the queue hands the job out anew.
      tools.log.error({ err: error, batchId }, 'a step of a batch failed');
      throw error;
    }
  });
}

const workOptions = {
  batchSize: 1,
  localConcurrency: 1,
  // A batch is no hurry; NOTIFY wakes the worker when one begins.
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 1,
  includeMetadata: true,
} as const;
