import type { Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';

/** "acct" in ASCII: the number of the lock under which accounts are made at start. */
const accountsLock = 0x61636374;

/** Takes the lock on making accounts until the end of the transaction, since several API processes may start together. */
export async function lockAccounts(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${accountsLock})`);
}
