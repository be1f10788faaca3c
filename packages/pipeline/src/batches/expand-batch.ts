import { capture, type Database, reprocessBatch, reprocessItem, type Transaction } from '@gondola/db';
import { and, asc, eq, gt, lte, sql } from 'drizzle-orm';
import { type BatchQueue, jobsPerBatch } from './batch-queue.ts';
import { batchScope, capturesInScope } from './batch-scope.ts';
import { moveBatch } from './move-batch.ts';
import type { BatchRow } from './start-batch.ts';

/** Maximum rows of one transaction: locks stay short, and a crash costs one chunk, which is then repeated. */
const chunkSize = 500;

/**
 * Adds the next captures of the scope as items. After the last one, moves the batch to RUNNING and enqueues more jobs.
 * Returns false when the batch is no longer EXPANDING.
 */
export const expandBatch = (db: Database, queue: BatchQueue, batchId: string): Promise<boolean> =>
  db.transaction(async (tx) => {
    const [batch] = await tx
      .select()
      .from(reprocessBatch)
      .where(and(eq(reprocessBatch.id, batchId), eq(reprocessBatch.state, 'EXPANDING')))
      .for('update');
    if (!batch) return false;
    const ids = await nextCaptures(tx, batch);
    if (ids.length > 0)
      await tx
        .insert(reprocessItem)
        .values(ids.map((captureId) => ({ batchId, captureId })))
        .onConflictDoNothing();
    await tx
      .update(reprocessBatch)
      .set({ expandedTo: ids.at(-1) ?? batch.expandedTo, total: batch.total + ids.length })
      .where(eq(reprocessBatch.id, batchId));
    if (ids.length < chunkSize) {
      await moveBatch(tx, batchId, 'EXPANDING', 'RUNNING', { startedAt: sql`now()` });
      await queue.enqueue(tx, batchId, { jobs: jobsPerBatch - 1 });
    }
    return true;
  });

async function nextCaptures(tx: Transaction, batch: BatchRow): Promise<string[]> {
  const rows = await tx
    .select({ id: capture.id })
    .from(capture)
    .where(
      and(
        capturesInScope(batchScope.parse(batch.scope)),
        lte(capture.receivedAt, batch.createdAt),
        batch.expandedTo === null ? undefined : gt(capture.id, batch.expandedTo),
      ),
    )
    .orderBy(asc(capture.id))
    .limit(chunkSize);
  return rows.map(({ id }) => id);
}
