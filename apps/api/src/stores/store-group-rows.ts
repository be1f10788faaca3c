import { type Database, store, storeGroup, storeGroupMember } from '@gondola/db';
import type { StoreGroupRow } from '@gondola/pipeline/stores';
import { asc, eq, inArray } from 'drizzle-orm';
import { groupsInOrder } from '../graphql/paging/in-order.ts';

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
