import { type Database, namedQuery, type Transaction } from '@gondola/db';
import { createDevicesOfKeys } from '../devices/create-devices-of-keys.ts';
import { findOrCreateDevices } from '../devices/find-or-create-devices.ts';
import { canonicalMac, isPlaceholderMac } from '../intake/idempotency-key.ts';
import { readStoredPayload } from '../intake/payload-declared.ts';

/** A transaction of this size takes some tens of milliseconds; a capture that moves meanwhile waits no longer. */
const chunkSize = 500;
/** 10,000 captures a minute: a million of an older release takes less than two hours, beside the work of the day. */
const chunksPerRound = 20;

/**
 * Gives captures of an older release, which had no devices, their device, firmware, camera model and declared size from
 * the stored payload, newest first. Returns how many; when none is left, an index answers at once.
 */
export async function assignDevices(db: Database, signal?: AbortSignal): Promise<number> {
  let assigned = 0;
  for (let chunk = 0; chunk < chunksPerRound && !signal?.aborted; chunk += 1) {
    const count = await db.transaction(assignChunk);
    assigned += count;
    if (count < chunkSize) break;
  }
  return assigned;
}

interface Unassigned {
  id: string;
  storeId: string;
  deviceKeyId: string;
  keyModel: string | null;
  payload: string;
}

async function assignChunk(tx: Transaction): Promise<number> {
  const rows = await namedQuery<Unassigned>(tx, 'captures_without_device', unassigned, [chunkSize]);
  if (rows.length === 0) return 0;
  const captures = rows.map((row) => ({ ...row, ...factsOf(row) }));
  await createDevicesOfKeys(
    tx,
    captures.flatMap(({ mac, deviceKeyId }) => (mac === null ? deviceKeyId : [])),
  );
  const idOf = await findOrCreateDevices(
    tx,
    captures.flatMap(({ storeId, mac }) => (mac === null ? [] : { storeId, mac })),
  );
  await namedQuery(tx, 'assign_devices', assign, [
    captures.map(({ id }) => id),
    captures.map(({ storeId, mac }) => (mac === null ? null : (idOf({ storeId, mac }) ?? null))),
    captures.map(({ deviceKeyId }) => deviceKeyId),
    captures.map(({ firmware }) => firmware),
    captures.map(({ cameraModel }) => cameraModel),
    captures.map(({ widthPx }) => widthPx),
    captures.map(({ heightPx }) => heightPx),
  ]);
  return rows.length;
}

/** A payload that no version reads any more has no facts; its capture belongs to the device of the key. */
function factsOf({ payload, keyModel }: Unassigned) {
  const stored = readStoredPayload(JSON.parse(payload));
  const [widthPx = null, heightPx = null] = stored?.capture_resolution.split('x').map(Number) ?? [];
  return {
    mac: stored === null || isPlaceholderMac(stored.device_mac) ? null : canonicalMac(stored.device_mac),
    firmware: stored?.firmware || null,
    cameraModel: keyModel ?? stored?.deviceModel ?? null,
    widthPx,
    heightPx,
  };
}

// Another worker takes other captures.
const unassigned = `
  select c.id, c.store_id as "storeId", c.device_key_id as "deviceKeyId", k.model as "keyModel", c.payload::text as payload
  from capture c join device_key k on k.id = c.device_key_id
  where c.device_id is null order by c.id desc limit $1::int for no key update of c skip locked`;

const assign = `
  update capture set device_id = coalesce(i.device_id, k.device_id), firmware = i.firmware,
    camera_model = i.camera_model, declared_width_px = i.width_px, declared_height_px = i.height_px
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::int[])
    as i(id, device_id, key_id, firmware, camera_model, width_px, height_px)
  join device_key k on k.id = i.key_id
  where capture.id = i.id and capture.device_id is null`;
