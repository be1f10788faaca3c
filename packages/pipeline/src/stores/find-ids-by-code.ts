import type { Database, store, storeGroup, Transaction } from '@gondola/db';
import { inArray } from 'drizzle-orm';

/** Returns the ids of the codes, and the codes that no row has. */
export async function findIdsByCode(
  db: Database | Transaction,
  table: typeof store | typeof storeGroup,
  codes: readonly string[],
): Promise<{ ids: string[]; unknown: string[] }> {
  const wanted = [...new Set(codes)];
  if (wanted.length === 0) return { ids: [], unknown: [] };
  const rows: { id: string; code: string }[] = await db
    .select({ id: table.id, code: table.code })
    .from(table)
    .where(inArray(table.code, wanted));
  const known = new Set(rows.map(({ code }) => code));
  return { ids: rows.map(({ id }) => id), unknown: wanted.filter((code) => !known.has(code)) };
}
