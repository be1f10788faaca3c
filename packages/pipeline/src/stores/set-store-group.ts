import { type Database, store, storeGroup, storeGroupMember, type Transaction } from '@gondola/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { findIdsByCode } from './find-ids-by-code.ts';

export type StoreGroupRow = typeof storeGroup.$inferSelect;
export type StoreGroupSetting = { group: StoreGroupRow } | { problem: 'STORE_UNKNOWN'; codes: string[] };

/** Creates or renames the group of a code, and sets its stores to exactly these. */
export async function setStoreGroup(
  db: Database,
  actor: Actor,
  { code, name, storeCodes }: { code: string; name: string; storeCodes: readonly string[] },
): Promise<StoreGroupSetting> {
  const stores = await findIdsByCode(db, store, storeCodes);
  if (stores.unknown.length > 0) return { problem: 'STORE_UNKNOWN', codes: stores.unknown };
  return db.transaction(async (tx) => {
    const group = await replaceGroup(tx, { code, name, storeIds: stores.ids });
    await recordAudit(tx, actor, {
      action: 'storeGroupSet',
      object: `store-group:${code}`,
      facts: { groupId: group.id, name, stores: stores.ids.length },
    });
    return { group };
  });
}

async function replaceGroup(
  tx: Transaction,
  { code, name, storeIds }: { code: string; name: string; storeIds: readonly string[] },
): Promise<StoreGroupRow> {
  const [row] = await tx
    .insert(storeGroup)
    .values({ code, name })
    .onConflictDoUpdate({ target: storeGroup.code, set: { name } })
    .returning();
  if (!row) throw new Error(`store group ${code} was not written`);
  await tx.delete(storeGroupMember).where(eq(storeGroupMember.groupId, row.id));
  if (storeIds.length > 0)
    await tx.insert(storeGroupMember).values(storeIds.map((storeId) => ({ groupId: row.id, storeId })));
  return row;
}
