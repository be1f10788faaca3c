import { bay, type Transaction } from '@gondola/db';
import { and, asc, eq, inArray } from 'drizzle-orm';

/**
 * Locks the bays of an aisle, creates missing ones, and returns their ids in order. The lock does not block inserts of
 * captures of these bays.
 */
export async function lockBays(
  tx: Transaction,
  storeIds: readonly string[],
  aisle: string,
): Promise<string[]> {
  if (storeIds.length === 0) return [];
  const stores = [...new Set(storeIds)].toSorted();
  await tx
    .insert(bay)
    .values(stores.map((storeId) => ({ storeId, aisle })))
    .onConflictDoNothing();
  const rows = await tx
    .select({ id: bay.id })
    .from(bay)
    .where(and(inArray(bay.storeId, stores), eq(bay.aisle, aisle)))
    .orderBy(asc(bay.id))
    .for('no key update');
  return rows.map(({ id }) => id);
}
