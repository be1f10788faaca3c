import { type Database, reprocessItem } from '@gondola/db';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { moveBatch } from './move-batch.ts';
import type { BatchRow } from './start-batch.ts';

/** Ends a running batch whose items have all ended. False while one has not. */
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
