import { namedQuery, type Transaction } from '@gondola/db';
import { v7 } from 'uuid';

/** Gives each device key its device, unless it has one. The keys are locked, so that concurrent calls do not create two. */
export async function createDevicesOfKeys(tx: Transaction, keyIds: readonly string[]): Promise<void> {
  const distinct = [...new Set(keyIds)];
  if (distinct.length === 0) return;
  await namedQuery(tx, 'create_devices_of_keys', text, [distinct, distinct.map(() => v7())]);
}

const text = `
  with bare as (
    select k.id, k.store_id, i.device_id from unnest($1::uuid[], $2::uuid[]) as i(key_id, device_id)
    join device_key k on k.id = i.key_id where k.device_id is null order by k.id for no key update of k
  ), made as (
    insert into device (id, store_id) select device_id, store_id from bare returning id
  )
  update device_key set device_id = bare.device_id from bare join made on made.id = bare.device_id
  where device_key.id = bare.id`;
