import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';

/** Maximum rows of one statement: cancelling a batch of a million items must not lock them all at once. */
const chunkSize = 1000;

/** Ends the next waiting items of a cancelled batch. Returns false when no item is left. */
export async function cancelItems(db: Database, batchId: string): Promise<boolean> {
  const { rowCount } = await db.execute(sql`
    update reprocess_item set state = 'SKIPPED', failure = 'CANCELLED', ended_at = now(), claimed_until = null,
      message = 'The batch was cancelled before this capture was done.'
    where batch_id = ${batchId} and capture_id in (
      select capture_id from reprocess_item where batch_id = ${batchId} and state = 'WAITING'
      order by capture_id limit ${chunkSize} for update skip locked)`);
  return (rowCount ?? 0) > 0;
}
