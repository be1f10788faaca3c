import type { Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { v7 } from 'uuid';

/** A bay by its coordinates; it need not exist. */
export interface BayTarget {
  storeId: string;
  /** In canonical form. */
  aisle: string;
}

export interface LockedBay extends BayTarget {
  id: string;
}

/**
 * Locks bays, creates missing ones, and returns them in the order of their ids. The lock does not block inserts of
 * captures of these bays.
 */
export async function lockBays(tx: Transaction, targets: readonly BayTarget[]): Promise<LockedBay[]> {
  if (targets.length === 0) return [];
  const asked = sql`jsonb_to_recordset(${JSON.stringify(targets.map((target) => ({ ...target, id: v7() })))}::jsonb)
    as r("storeId" uuid, aisle text, id uuid)`;
  await tx.execute(sql`
    insert into bay (id, store_id, aisle)
    select r.id, r."storeId", r.aisle from ${asked}
    where not exists (select from bay b where b.store_id = r."storeId" and b.aisle = r.aisle)
    order by r."storeId", r.aisle
    on conflict do nothing`);
  const { rows } = await tx.execute<LockedBay & Record<string, unknown>>(sql`
    select b.id, b.store_id as "storeId", b.aisle from bay b
    where (b.store_id, b.aisle) in (select r."storeId", r.aisle from ${asked})
    order by b.id for no key update`);
  return rows;
}
