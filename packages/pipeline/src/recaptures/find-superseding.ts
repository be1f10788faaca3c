import { capture, type Database, type Transaction } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';

/**
 * Selects the capture that supersedes the one of the enclosing query. It is a later capture of the same store and bay
 * that names it, with an accepted photo of good quality. A photo of another bay supersedes nothing. Outer columns have
 * explicit table names: drizzle omits them in single-table queries, and they would refer to the inner row.
 */
export const supersedingId = sql<string | null>`(
  select later.id from capture later
  where later.supersedes_id = capture.id and later.id <> capture.id
    and later.store_id = capture.store_id and later.bay_id = capture.bay_id
    and later.quality_flaws = '{}' and later.state not in ('INGESTED', 'RETRY_SCHEDULED', 'DEAD_LETTERED')
  order by later.id limit 1)`;

/** Returns the id of the capture that supersedes this one; null when none does. */
export async function findSuperseding(db: Database | Transaction, captureId: string): Promise<string | null> {
  const [row] = await db.select({ supersedingId }).from(capture).where(eq(capture.id, captureId));
  return row?.supersedingId ?? null;
}
