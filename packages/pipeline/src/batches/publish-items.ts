import { type Database, type ItemState, reprocessBatch, reprocessItem, type Transaction } from '@gondola/db';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { moveBatch } from './move-batch.ts';
import { type ScoreChange, setCurrentScore } from './set-current-score.ts';
import type { BatchRow } from './start-batch.ts';

/** Rows of one chunk. Each chunk is a few statements, so locks last less than a second. */
const chunkSize = 50;

/**
 * Makes the next results of a batch current. After the last one the batch is PUBLISHED. Returns false when no result is
 * left.
 */
export async function publishItems(tools: Tools, batch: BatchRow): Promise<boolean> {
  const published = await tools.db.transaction(async (tx) => {
    const chunk = await nextChunk(tx, batch, 'PUBLISHING', 'DONE');
    const changes = chunk.map(({ captureId, before, after }) => ({
      captureId,
      fromScoreId: before,
      toScoreId: after,
    }));
    await setCurrentScore(tx, tools.queue, batch, changes);
    return chunk.length;
  });
  if (published > 0) return true;
  await endWhenOver(tools.db, batch, 'DONE', (tx) =>
    moveBatch(tx, batch.id, 'PUBLISHING', 'PUBLISHED', { publishedAt: sql`now()` }),
  );
  return false;
}

/** Makes the earlier scores current again, except where another score became current since the batch. */
export async function rollBackItems(tools: Tools, batch: BatchRow): Promise<boolean> {
  const rolledBack = await tools.db.transaction(async (tx) => {
    const chunk = await nextChunk(tx, batch, 'ROLLING_BACK', 'PUBLISHED');
    const changes = chunk.map(
      ({ captureId, before, after }): ScoreChange => ({
        captureId,
        fromScoreId: after,
        toScoreId: before,
      }),
    );
    const how = { reason: 'RESCORE_ROLLED_BACK', state: 'ROLLED_BACK' } as const;
    await setCurrentScore(tx, tools.queue, batch, changes, how);
    return chunk.length;
  });
  if (rolledBack > 0) return true;
  await endWhenOver(tools.db, batch, 'PUBLISHED', (tx) =>
    moveBatch(tx, batch.id, 'ROLLING_BACK', 'ROLLED_BACK', { rolledBackAt: sql`now()` }),
  );
  return false;
}

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

/**
 * Ends the batch when no item is left or claimed. Uses its own transaction without earlier locks: two workers that both
 * lock the batch's row and then update it would deadlock.
 */
const endWhenOver = (
  db: Database,
  batch: BatchRow,
  of: ItemState,
  end: (tx: Transaction) => Promise<unknown>,
): Promise<void> =>
  db.transaction(async (tx) => {
    const left = await tx.$count(
      reprocessItem,
      and(eq(reprocessItem.batchId, batch.id), eq(reprocessItem.state, of)),
    );
    if (left === 0) await end(tx);
  });
