import { type Database, reprocessItem } from '@gondola/db';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { moveBatch } from './move-batch.ts';
import type { BatchRow } from './start-batch.ts';

/** Ends a running batch when all its items have ended. Returns false while one has not. */
export const finishBatch = (db: Database, batch: BatchRow): Promise<boolean> =>
  db.transaction(async (tx) => {
    const open = await tx.$count(
      reprocessItem,
      and(eq(reprocessItem.batchId, batch.id), inArray(reprocessItem.state, ['WAITING', 'MOVED'])),
    );
    if (open > 0) return false;
    const now = sql`now()`;
    if (batch.publishesAtOnce)
      await moveBatch(tx, batch.id, 'RUNNING', 'PUBLISHED', { endedAt: now, publishedAt: now });
    else await moveBatch(tx, batch.id, 'RUNNING', 'DONE', { endedAt: now });
    return true;
  });
