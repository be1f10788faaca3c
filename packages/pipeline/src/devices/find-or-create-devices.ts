import { namedQuery, type Transaction } from '@gondola/db';
import { v7 } from 'uuid';

export interface DeviceName {
  storeId: string;
  mac: string;
}

/** Returns the ids of devices by name, and creates those that are not there. */
export async function findOrCreateDevices(
  tx: Transaction,
  devices: readonly DeviceName[],
): Promise<(device: DeviceName) => string | undefined> {
  // Sorted, so that two sets with the same new devices take their locks in the same order.
  const names = [...new Map(devices.map((device) => [nameOf(device), device]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const stores = names.map(([, { storeId }]) => storeId);
  const macs = names.map(([, { mac }]) => mac);
  await namedQuery(tx, 'insert_devices', insert, [names.map(() => v7()), stores, macs]);
  const rows = await namedQuery<DeviceName & { id: string }>(tx, 'find_devices', find, [stores, macs]);
  const ids = new Map(rows.map((row) => [nameOf(row), row.id]));
  return (device) => ids.get(nameOf(device));
}

const nameOf = ({ storeId, mac }: DeviceName): string => JSON.stringify([storeId, mac]);

const insert = `
  insert into device (id, store_id, mac) select * from unnest($1::uuid[], $2::uuid[], $3::text[])
  on conflict do nothing`;

const find = `
  select d.id, d.store_id as "storeId", d.mac from device d
  join unnest($1::uuid[], $2::text[]) as i(store_id, mac) on d.store_id = i.store_id and d.mac = i.mac`;
