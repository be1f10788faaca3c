import type { Transaction } from '@gondola/db';
import { v7 } from 'uuid';
import { namedQuery } from '../store/named-query.ts';
import type { Surveyed } from './survey.ts';

/** The bay of each capture. It exists from the first time a device names it: no photo is lost for want of master data. */
export async function resolveBays(
  tx: Transaction,
  admitted: readonly Surveyed[],
): Promise<Map<Surveyed, string>> {
  const homeless = admitted.filter(({ bayId }) => bayId === null);
  const made = homeless.length === 0 ? new Map<string, string>() : await makeBays(tx, homeless);
  return new Map(
    admitted.map((surveyed) => {
      const bayId = surveyed.bayId ?? made.get(nameOf(surveyed));
      if (!bayId) throw new Error(`no bay for aisle ${surveyed.arrival.aisle}`);
      return [surveyed, bayId];
    }),
  );
}

const nameOf = ({ arrival }: Surveyed) => JSON.stringify([arrival.device.storeId, arrival.aisle]);

async function makeBays(tx: Transaction, homeless: readonly Surveyed[]): Promise<Map<string, string>> {
  // Sorted, so that two sets that name the same new bays take their locks in the same order.
  const names = [...new Map(homeless.map((surveyed) => [nameOf(surveyed), surveyed.arrival]))].sort(
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
