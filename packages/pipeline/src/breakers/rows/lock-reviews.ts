import type { Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';

/** Allows one review or decision at a time for a breaker, until the transaction ends. */
export async function lockAudits(tx: Transaction, breaker: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('breaker-audit'), hashtext(${breaker}))`);
}
