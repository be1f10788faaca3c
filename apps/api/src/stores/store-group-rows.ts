import { type Database, store, storeGroup, storeGroupMember, type Transaction } from '@gondola/db';
import { asc, eq, inArray } from 'drizzle-orm';
import { groupsInOrder } from './in-order.ts';

export type StoreGroupRow = typeof storeGroup.$inferSelect;

export const listStoreGroups = (db: Database): Promise<StoreGroupRow[]> =>
  db.select().from(storeGroup).orderBy(asc(storeGroup.code));

/** The groups of these ids, by code. */
export async function groupsOf(db: Database, ids: readonly string[]): Promise<StoreGroupRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(storeGroup)
    .where(inArray(storeGroup.id, [...ids]))
    .orderBy(asc(storeGroup.code));
}

/** The stores of each group, by code, in the order of the groups' ids. */
export async function storesOfGroups(db: Database, groupIds: readonly string[]) {
  const rows = await db
    .select({ groupId: storeGroupMember.groupId, store })
    .from(storeGroupMember)
    .innerJoin(store, eq(store.id, storeGroupMember.storeId))
    .where(inArray(storeGroupMember.groupId, [...groupIds]))
    .orderBy(asc(store.code));
  const groups = groupsInOrder(groupIds, rows, ({ groupId }) => groupId);
  return groups.map((group) => group.map((row) => row.store));
}

/** Makes the group or renames it, with these stores and no others. */
export async function setStoreGroup(
  tx: Transaction,
  group: { code: string; name: string; storeIds: readonly string[] },
): Promise<StoreGroupRow> {
  const [row] = await tx
    .insert(storeGroup)
    .values({ code: group.code, name: group.name })
    .onConflictDoUpdate({ target: storeGroup.code, set: { name: group.name } })
    .returning();
  if (!row) throw new Error(`store group ${group.code} was not written`);
  await tx.delete(storeGroupMember).where(eq(storeGroupMember.groupId, row.id));
  if (group.storeIds.length > 0)
    await tx.insert(storeGroupMember).values(group.storeIds.map((storeId) => ({ groupId: row.id, storeId })));
  return row;
}
