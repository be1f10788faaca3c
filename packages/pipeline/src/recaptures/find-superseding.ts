import { capture, type Database, type Transaction } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';

/**
 * The capture that replaces the one of the enclosing query: a later one that names it, of the same store and bay, with
 * a photo of good quality that the pipeline has accepted. A photo of another bay replaces nothing. The outer names are
 * written out: a query of one table leaves them away, and they would mean the inner row.
 */
export const supersedingId = sql<string | null>`(
  select later.id from capture later
  where later.supersedes_id = capture.id and later.id <> capture.id
    and later.store_id = capture.store_id and later.bay_id = capture.bay_id
    and later.quality_flaws = '{}' and later.state not in ('INGESTED', 'RETRY_SCHEDULED', 'DEAD_LETTERED')
  order by later.id limit 1)`;

/** The same for one capture; null when nothing replaces it. */
export async function findSuperseding(db: Database | Transaction, captureId: string): Promise<string | null> {
  const [row] = await db.select({ supersedingId }).from(capture).where(eq(capture.id, captureId));
  return row?.supersedingId ?? null;
}
