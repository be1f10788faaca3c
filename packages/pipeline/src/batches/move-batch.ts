import { type BatchState, reprocessBatch, type Transaction } from '@gondola/db';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { mayBecome } from './batch-moves.ts';
import type { BatchRow } from './start-batch.ts';

type Columns = Partial<Record<'startedAt' | 'endedAt' | 'publishedAt' | 'rolledBackAt', SQL | null>>;

/** Moves a batch from an expected state to another. Returns null when the batch is no longer in the expected state. */
export async function moveBatch(
  tx: Transaction,
  batchId: string,
  from: BatchState,
  to: BatchState,
  columns: Columns = {},
): Promise<BatchRow | null> {
  if (!mayBecome(from, to)) throw new Error(`a batch may not go from ${from} to ${to}`);
  const [moved] = await tx
    .update(reprocessBatch)
    .set({ ...columns, state: to, stateChangedAt: sql`now()` })
    .where(and(eq(reprocessBatch.id, batchId), eq(reprocessBatch.state, from)))
    .returning();
  return moved ?? null;
}
