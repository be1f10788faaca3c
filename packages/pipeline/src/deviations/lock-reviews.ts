import type { Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';

/** Takes the lock of all reviews until the end of the transaction. Returns false when another worker has it. */
export async function lockReviews(tx: Transaction): Promise<boolean> {
  const { rows } = await tx.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext('deviation-round'), 0) as taken`,
  );
  return rows[0]?.taken === true;
}
