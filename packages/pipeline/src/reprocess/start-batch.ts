import { type Database, type ReprocessMode, reprocessBatch, type VersionChoice } from '@gondola/db';
import type { BatchQueue } from './batch-queue.ts';
import type { BatchScope } from './batch-scope.ts';

export type BatchRow = typeof reprocessBatch.$inferSelect;

export interface NewBatch {
  scope: BatchScope;
  mode: ReprocessMode;
  versionChoice: VersionChoice;
  /** For GIVEN, and only for it. */
  versionId: string | null;
  /** Results become current as they come, instead of when a person publishes them. */
  publishesAtOnce: boolean;
  reason: string;
  createdBy: string;
}

/**
 * Writes a batch down with its first job. Its captures are those that are in the scope when the batch is made; they
 * are written down by workers, chunk by chunk.
 */
export async function startBatchWithin(
  tx: Parameters<Parameters<Database['transaction']>[0]>[0],
  queue: BatchQueue,
  batch: NewBatch,
): Promise<BatchRow> {
  const [row] = await tx
    .insert(reprocessBatch)
    .values({
      ...batch,
      // A release has nothing to hold back: a capture that waits has no score yet.
      publishesAtOnce: batch.publishesAtOnce || batch.mode === 'RELEASE',
      state: 'EXPANDING',
    })
    .returning();
  if (!row) throw new Error('the batch was not written');
  await queue.enqueue(tx, row.id);
  return row;
}
