import { type Database, store } from '@gondola/db';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';

export type StoreCreation = { storeId: string } | { problem: 'STORE_EXISTS' };

/** Creates a store. Its code is permanently unique. */
export const createStore = (
  db: Database,
  actor: Actor,
  { code, name, timeZone }: { code: string; name: string; timeZone: string },
): Promise<StoreCreation> =>
  db.transaction(async (tx): Promise<StoreCreation> => {
    const [created] = await tx
      .insert(store)
      .values({ code, name, timeZone })
      .onConflictDoNothing()
      .returning({ id: store.id });
    if (!created) return { problem: 'STORE_EXISTS' };
    await recordAudit(tx, actor, {
      action: 'storeCreate',
      object: `store:${code}`,
      facts: { storeId: created.id, name, timeZone },
    });
    return { storeId: created.id };
  });
