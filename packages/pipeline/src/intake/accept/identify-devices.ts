import { namedQuery, type Transaction } from '@gondola/db';
import { judgeStamp } from '../../clocks/judge-stamp.ts';
import { createDevicesOfKeys } from '../../devices/create-devices-of-keys.ts';
import {
  canonicalMac,
  idempotencyKey,
  idempotencyKeyOfDevice,
  isPlaceholderMac,
  keyVersions,
} from '../idempotency-key.ts';
import type { GatedPayload, ReceivedPayload } from './received-payload.ts';

interface KnownDevice {
  ordinal: number;
  deviceId: string | null;
  keyModel: string | null;
  clockErrorMs: number | null;
  storeCreatedAtMs: number;
  /** The time of this transaction, which becomes the time of receipt. */
  nowMs: number;
}

/**
 * Finds the device of each payload, and with it the key of the capture. A device is known by its MAC. Where the payload
 * has a placeholder, the device is the one that the device key belongs to, and the first such payload creates it.
 */
export async function identifyDevices(
  tx: Transaction,
  gated: readonly GatedPayload[],
): Promise<ReceivedPayload[]> {
  if (gated.length === 0) return [];
  const macs = gated.map(({ payload }) => macOf(payload.device_mac));
  let known = await readDevices(tx, gated, macs);
  const nameless = gated.filter((_, i) => macs[i] === null && known[i]?.deviceId === null);
  if (nameless.length > 0) {
    await createDevicesOfKeys(
      tx,
      nameless.map(({ device }) => device.deviceKeyId),
    );
    known = await readDevices(tx, gated, macs);
  }
  return gated.map((payload, i) => toReceived(payload, macs[i] ?? null, known[i]));
}

const macOf = (mac: string): string | null => (isPlaceholderMac(mac) ? null : canonicalMac(mac));

function toReceived(
  gated: GatedPayload,
  mac: string | null,
  known: KnownDevice | undefined,
): ReceivedPayload {
  if (!known) throw new Error(`invariant: no device key ${gated.device.deviceKeyId}`);
  const { payload } = gated;
  const { deviceId, keyModel } = known;
  const device = {
    mac,
    deviceId,
    cameraModel: keyModel ?? payload.deviceModel ?? null,
    stamp: judgeStamp({
      takenAtMs: Date.parse(payload.timestamp),
      sentAtMs: payload.sentAt === undefined ? null : Date.parse(payload.sentAt),
      receivedAtMs: known.nowMs,
      storeCreatedAtMs: known.storeCreatedAtMs,
      clockErrorMs: known.clockErrorMs,
    }),
  };
  const keyOfMac = Buffer.from(idempotencyKey(payload));
  if (mac !== null)
    return withKey({ ...gated, ...device, keyVersion: keyVersions.mac, earlierKey: null }, keyOfMac);
  if (deviceId === null) throw new Error('invariant: a device key without a MAC has no device');
  return withKey(
    { ...gated, ...device, keyVersion: keyVersions.device, earlierKey: keyOfMac },
    Buffer.from(idempotencyKeyOfDevice(payload, deviceId)),
  );
}

export const withKey = (
  payload: Omit<ReceivedPayload, 'key' | 'identity'>,
  key: Buffer,
): ReceivedPayload => ({
  ...payload,
  key,
  identity: `${payload.device.storeId}:${key.toString('hex')}`,
});

async function readDevices(
  tx: Transaction,
  gated: readonly GatedPayload[],
  macs: readonly (string | null)[],
): Promise<(KnownDevice | undefined)[]> {
  const rows = await namedQuery<KnownDevice>(tx, 'read_devices', readText, [
    gated.map(({ device }) => device.deviceKeyId),
    macs,
  ]);
  const byOrdinal = new Map(rows.map((row) => [row.ordinal, row]));
  return gated.map((_, i) => byOrdinal.get(i + 1));
}

// Laterals with a limit ensure an index lookup per payload, whatever the table statistics suggest.
const readText = `
  select i.ordinal::int, coalesce(of_key.id, of_mac.id) as "deviceId", k.model as "keyModel",
    coalesce(of_key.clock_error_ms, of_mac.clock_error_ms)::float8 as "clockErrorMs",
    (extract(epoch from s.created_at) * 1000)::float8 as "storeCreatedAtMs",
    (extract(epoch from now()) * 1000)::float8 as "nowMs"
  from unnest($1::uuid[], $2::text[]) with ordinality as i(key_id, mac, ordinal)
  join device_key k on k.id = i.key_id
  join store s on s.id = k.store_id
  left join lateral (
    select d.id, d.clock_error_ms from device d where d.id = k.device_id and i.mac is null limit 1
  ) of_key on true
  left join lateral (
    select d.id, d.clock_error_ms from device d where d.store_id = k.store_id and d.mac = i.mac limit 1
  ) of_mac on true`;
