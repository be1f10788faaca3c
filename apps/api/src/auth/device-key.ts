import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Database, deviceKey, store } from '@gondola/db';
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Device } from './viewer.ts';

/** `gnd_` and 32 random bytes: nobody guesses it, so a plain SHA-256 keeps it as well as a slow hash would. */
const shape = /^gnd_[A-Za-z0-9_-]{43}$/;

export const newDeviceKey = (): string => `gnd_${randomBytes(32).toString('base64url')}`;

export const hashOfDeviceKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** The key in an `Authorization: Bearer gnd_...` header, or null when the header holds something else. */
export function deviceKeyIn(authorization: string | undefined): string | null {
  const key = /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  return key !== undefined && shape.test(key) ? key : null;
}

/** The device a key belongs to; null when there is none or it was revoked. */
export async function recogniseDevice(db: Database, key: string): Promise<Device | null> {
  const sha256 = hashOfDeviceKey(key);
  const [row] = await db
    .select({
      deviceKeyId: deviceKey.id,
      name: deviceKey.name,
      sha256: deviceKey.sha256,
      storeId: store.id,
      storeCode: store.code,
      revokedAt: deviceKey.revokedAt,
    })
    .from(deviceKey)
    .innerJoin(store, eq(store.id, deviceKey.storeId))
    .where(eq(deviceKey.sha256, sha256));
  if (!row || row.revokedAt !== null) return null;
  if (!timingSafeEqual(Buffer.from(row.sha256, 'hex'), Buffer.from(sha256, 'hex'))) return null;
  await noteUse(db, row.deviceKeyId);
  const { deviceKeyId, name, storeId, storeCode } = row;
  return { kind: 'DEVICE', deviceKeyId, name, storeId, storeCode };
}

/** At most one write a minute and key, on the database's clock: a busy camera must not make a hot row. */
async function noteUse(db: Database, id: string): Promise<void> {
  await db
    .update(deviceKey)
    .set({ lastUsedAt: sql`now()` })
    .where(
      and(
        eq(deviceKey.id, id),
        or(isNull(deviceKey.lastUsedAt), lt(deviceKey.lastUsedAt, sql`now() - interval '1 minute'`)),
      ),
    );
}
