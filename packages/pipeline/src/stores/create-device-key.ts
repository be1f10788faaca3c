import { type Database, deviceKey, type Transaction } from '@gondola/db';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { createDevicesOfKeys } from '../devices/create-devices-of-keys.ts';
import { findStore } from './find-store.ts';

export interface NewDeviceKey {
  storeCode: string;
  name: string;
  model: string | null;
  capturesPerMinute: number | null;
  /** The key that the new one replaces: both are of one device. Null for another device. */
  replacesId: string | null;
  /** SHA-256 of the secret, in hex; the secret itself is never stored. */
  sha256: string;
}

export type DeviceKeyCreation = { id: string } | { problem: 'STORE_UNKNOWN' | 'DEVICE_KEY_UNKNOWN' };

/** Creates a key for a device of a store. Existing keys stay valid, also a replaced one until it is revoked. */
export async function createDeviceKey(
  db: Database,
  actor: Actor,
  { storeCode, sha256, replacesId, ...described }: NewDeviceKey,
): Promise<DeviceKeyCreation> {
  const store = await findStore(db, storeCode);
  if (!store) return { problem: 'STORE_UNKNOWN' };
  return db.transaction(async (tx): Promise<DeviceKeyCreation> => {
    const deviceId = replacesId === null ? null : await deviceOfKey(tx, replacesId, store.id);
    if (replacesId !== null && deviceId === null) return { problem: 'DEVICE_KEY_UNKNOWN' };
    const [created] = await tx
      .insert(deviceKey)
      .values({ ...described, storeId: store.id, deviceId, sha256, createdBy: actor.name })
      .returning({ id: deviceKey.id });
    if (!created) throw new Error('the device key was not written');
    await recordAudit(tx, actor, {
      action: 'deviceKeyCreate',
      object: `device-key:${created.id}`,
      facts: { storeCode, ...described, ...(replacesId === null ? {} : { replaces: replacesId }) },
    });
    return { id: created.id };
  });
}

/** Returns the device of a key, and creates it for a key that was never used with a placeholder; null for no such key. */
async function deviceOfKey(tx: Transaction, keyId: string, storeId: string): Promise<string | null> {
  await createDevicesOfKeys(tx, [keyId]);
  const [key] = await tx
    .select({ deviceId: deviceKey.deviceId })
    .from(deviceKey)
    .where(and(eq(deviceKey.id, keyId), eq(deviceKey.storeId, storeId)));
  return key?.deviceId ?? null;
}
