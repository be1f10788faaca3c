import { namedQuery, type Transaction } from '@gondola/db';
import { v7 } from 'uuid';
import type { MatchedPayload } from './find-existing.ts';

/**
 * Returns the bay of each capture. A bay is created when a device first names it, so that missing master data loses no
 * photo.
 */
export async function resolveBays(
  tx: Transaction,
  admitted: readonly MatchedPayload[],
): Promise<Map<MatchedPayload, string>> {
  const withoutBay = admitted.filter(({ bayId }) => bayId === null);
  const created = withoutBay.length === 0 ? new Map<string, string>() : await insertBays(tx, withoutBay);
  return new Map(
    admitted.map((matched) => {
      const bayId = matched.bayId ?? created.get(nameOf(matched));
      if (!bayId) throw new Error(`no bay for aisle ${matched.received.aisle}`);
      return [matched, bayId];
    }),
  );
}

const nameOf = ({ received }: MatchedPayload) => JSON.stringify([received.device.storeId, received.aisle]);

async function insertBays(
  tx: Transaction,
  withoutBay: readonly MatchedPayload[],
): Promise<Map<string, string>> {
  // Sorted, so that two sets that name the same new bays take their locks in the same order.
  const names = [...new Map(withoutBay.map((matched) => [nameOf(matched), matched.received]))].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  const stores = names.map(([, { device }]) => device.storeId);
  const aisles = names.map(([, { aisle }]) => aisle);
  await namedQuery(
    tx,
    'insert_bays',
    `insert into bay (id, store_id, aisle) select * from unnest($1::uuid[], $2::uuid[], $3::text[])
     on conflict do nothing`,
    [names.map(() => v7()), stores, aisles],
  );
  const rows = await namedQuery<{ id: string; storeId: string; aisle: string }>(
    tx,
    'find_bays',
    `select bay.id, bay.store_id as "storeId", bay.aisle from bay
     join unnest($1::uuid[], $2::text[]) as i(store_id, aisle) on bay.store_id = i.store_id and bay.aisle = i.aisle`,
    [stores, aisles],
  );
  return new Map(rows.map((row) => [JSON.stringify([row.storeId, row.aisle]), row.id]));
}
