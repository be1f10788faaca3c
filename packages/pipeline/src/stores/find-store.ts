import { type Database, store, type Transaction } from '@gondola/db';
import { eq } from 'drizzle-orm';

/** Returns the store of a code, or null. */
export async function findStore(db: Database | Transaction, code: string) {
  const [row] = await db.select().from(store).where(eq(store.code, code));
  return row ?? null;
}
