import { type Database, type ItemState, reprocessBatch, reprocessItem, type Transaction } from '@gondola/db';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { makeCurrent, type ScoreChange } from './make-current.ts';
import { moveBatch } from './move-batch.ts';
import type { BatchRow } from './start-batch.ts';

/** Each is a handful of statements; locks stay below a second. */
const chunkSize = 50;

/** Makes the next results of a batch current; after the last one it is PUBLISHED. False when there is none left. */
export const publishItems = (tools: Tools, batch: BatchRow): Promise<boolean> =>
  tools.db.transaction(async (tx) => {
    const chunk = await nextChunk(tx, batch, 'PUBLISHING', 'DONE');
    const changes = chunk.map(({ captureId, before, after }) => ({
      captureId,
      fromScoreId: before,
      toScoreId: after,
    }));
    await makeCurrent(tx, tools.queue, batch, changes);
    if (chunk.length > 0 || !(await isOver(tx, batch, 'DONE'))) return chunk.length > 0;
    await moveBatch(tx, batch.id, 'PUBLISHING', 'PUBLISHED', { publishedAt: sql`now()` });
    return false;
  });

/** Makes the earlier scores current again where a batch replaced them and nobody changed them since. */
export const rollBackItems = (tools: Tools, batch: BatchRow): Promise<boolean> =>
  tools.db.transaction(async (tx) => {
    const chunk = await nextChunk(tx, batch, 'ROLLING_BACK', 'PUBLISHED');
    const changes = chunk.map(
      ({ captureId, before, after }): ScoreChange => ({ captureId, fromScoreId: after, toScoreId: before }),
    );
    await makeCurrent(tx, tools.queue, batch, changes, {
      reason: 'RESCORE_ROLLED_BACK',
      state: 'ROLLED_BACK',
    });
    if (chunk.length > 0 || !(await isOver(tx, batch, 'PUBLISHED'))) return chunk.length > 0;
    await moveBatch(tx, batch.id, 'ROLLING_BACK', 'ROLLED_BACK', { rolledBackAt: sql`now()` });
    return false;
  });

interface Tools {
  db: Database;
  queue: CaptureQueue;
}

async function nextChunk(
  tx: Transaction,
  batch: BatchRow,
  state: BatchRow['state'],
  of: ItemState,
): Promise<{ captureId: string; before: string; after: string }[]> {
  const [held] = await tx
    .select({ id: reprocessBatch.id })
    .from(reprocessBatch)
    .where(and(eq(reprocessBatch.id, batch.id), eq(reprocessBatch.state, state)))
    .for('share');
  if (!held) return [];
  const rows = await tx
    .select({
      captureId: reprocessItem.captureId,
      before: reprocessItem.scoreBeforeId,
      after: reprocessItem.scoreAfterId,
    })
    .from(reprocessItem)
    .where(and(eq(reprocessItem.batchId, batch.id), eq(reprocessItem.state, of)))
    .orderBy(asc(reprocessItem.captureId))
    .limit(chunkSize)
    .for('update', { skipLocked: true });
  return rows.flatMap(({ captureId, before, after }) =>
    before !== null && after !== null ? [{ captureId, before, after }] : [],
  );
}

/** Nothing is left, in nobody's hands either. */
const isOver = async (tx: Transaction, batch: BatchRow, of: ItemState): Promise<boolean> =>
  (await tx.$count(reprocessItem, and(eq(reprocessItem.batchId, batch.id), eq(reprocessItem.state, of)))) ===
  0;
