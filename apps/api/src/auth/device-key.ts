import { createHash, randomBytes } from 'node:crypto';
import { type Database, namedQuery } from '@gondola/db';
import { batchConcurrentCalls } from '@gondola/pipeline/intake';
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
export function recogniseDevice(db: Database, key: string): Promise<Device | null> {
  let recognise = recognisers.get(db);
  if (!recognise) {
    recognise = makeRecogniser(db);
    recognisers.set(db, recognise);
  }
  return recognise(hashOfDeviceKey(key));
}

const recognisers = new WeakMap<Database, (sha256: string) => Promise<Device | null>>();

/** Far more than a process has requests at once; whoever comes on top waits for an answer that he would not get in time. */
const maxWaitingSize = 10_000;

/**
 * Requests that come at the same time are looked up together. Nothing is remembered from one look to the next, and no
 * request is answered by a look that began before it came: a revoked key is refused from the next request on.
 */
const makeRecogniser = (db: Database) =>
  batchConcurrentCalls<string, Device | null>((hashes) => lookUp(db, hashes), {
    sizeOf: () => 1,
    maxGroupSize: 500,
    maxWaitingSize,
    lanes: 1,
  });

interface KnownKey {
  sha256: string;
  deviceKeyId: string;
  name: string;
  storeId: string;
  storeCode: string;
  useIsOld: boolean;
}

async function lookUp(
  db: Database,
  hashes: readonly string[],
): Promise<PromiseSettledResult<Device | null>[]> {
  const rows = await namedQuery<KnownKey>(db, 'recognise_devices', findKeys, [[...new Set(hashes)]]);
  const longAgo = rows.filter(({ useIsOld }) => useIsOld).map(({ deviceKeyId }) => deviceKeyId);
  if (longAgo.length > 0) await namedQuery(db, 'note_use_of_keys', noteUse, [longAgo]);
  const byHash = new Map(rows.map((row) => [row.sha256, row]));
  return hashes.map((hash) => {
    const row = byHash.get(hash);
    if (!row) return { status: 'fulfilled', value: null };
    const { deviceKeyId, name, storeId, storeCode } = row;
    return { status: 'fulfilled', value: { kind: 'DEVICE', deviceKeyId, name, storeId, storeCode } };
  });
}

const findKeys = `
  select k.sha256, k.id as "deviceKeyId", k.name, s.id as "storeId", s.code as "storeCode",
    k.last_used_at is null or k.last_used_at < now() - interval '1 minute' as "useIsOld"
  from device_key k join store s on s.id = k.store_id
  where k.sha256 = any($1::text[]) and k.revoked_at is null`;

/** At most one write a minute and key, on the database's clock: a busy camera must not make a hot row. */
const noteUse = `
  update device_key set last_used_at = now()
  where id in (select id from device_key where id = any($1::uuid[]) order by id for no key update)
    and (last_used_at is null or last_used_at < now() - interval '1 minute')`;
