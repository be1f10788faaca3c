import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { batchQueueName } from '../queue/queue-names.ts';
import type { BatchJob } from './batch-queue.ts';
import type { BatchTools } from './batch-tools.ts';
import { workBatch } from './work-batch.ts';

/**
 * Starts work on batches in this worker, one batch at a time beside the live captures. Resolves when the worker
 * listens.
 */
export async function startBatchWorker(boss: PgBoss, tools: BatchTools): Promise<void> {
  await boss.work(batchQueueName, workOptions, async ([job]: JobWithMetadata<BatchJob>[]) => {
    if (!job) return;
    const { batchId } = job.data;
    try {
      await workBatch(batchId, tools, job.signal);
    } catch (error) {
      // Nothing is lost: the queue delivers the job again, and the next step repeats what was not committed.
      tools.log.error({ err: error, batchId }, 'a step of a batch failed');
      throw error;
    }
  });
}

const workOptions = {
  batchSize: 1,
  localConcurrency: 1,
  // Batches are not urgent. NOTIFY wakes the worker when a batch starts.
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 1,
  includeMetadata: true,
} as const;
