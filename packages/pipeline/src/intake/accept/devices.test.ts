import { capture, captureConflict, deadLetter, device, deviceKey } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { buildPayload } from '@gondola/testkit/payload';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq, inArray } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { idempotencyKey } from '../idempotency-key.ts';
import { acceptCaptures } from './accept-captures.ts';
import type { IntakeResult } from './intake-result.ts';
import type { SubmittingDevice } from './intake-tools.ts';

const { db, url } = await createTestDatabase('devices');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

const submit = (...payloads: unknown[]) => acceptCaptures(world.intake, world.device, payloads);

/** Returns the row of the capture that a payload became. */
async function captureOf(result: IntakeResult | undefined) {
  if (!result || !('captureId' in result)) throw new Error(`no capture: ${JSON.stringify(result)}`);
  const [row] = await db.select().from(capture).where(eq(capture.id, result.captureId));
  if (!row) throw new Error('no row');
  return row;
}

/** Adds another device key of the same store. */
async function addKey(name: string, model: string | null = null): Promise<SubmittingDevice> {
  const { storeId, storeCode } = world.device;
  const [key] = await db
    .insert(deviceKey)
    .values({ storeId, name, model, sha256: name.padEnd(64, '0') })
    .returning();
  if (!key) throw new Error('no key');
  return { deviceKeyId: key.id, storeId, storeCode };
}

const version2 = (ordinal: number, ofDevice: object, changes: object = {}) => ({
  schema_version: 2,
  store_id: '0421',
  aisle: 'A12-B03',
  captured_at: new Date(Date.UTC(2026, 10, 23, 9, 0, ordinal)).toISOString(),
  planogram_version: 'snacks-2026-47',
  device: { mac: '3C:5A:B4:01:02:03', ...ofDevice },
  photo: { url: `https://photos.example/${ordinal}.jpg`, width: 4032, height: 3024 },
  ...changes,
});

test('firmware, camera model and declared size of an accepted payload are columns of the capture', async () => {
  const [first, second] = await submit(
    version2(1, { model: 'Axis M3067', firmware: ' 2.4.1 ' }),
    buildPayload(2, { firmware: '' }),
  );
  expect(await captureOf(first)).toMatchObject({
    firmware: '2.4.1',
    cameraModel: 'Axis M3067',
    declaredWidthPx: 4032,
    declaredHeightPx: 3024,
  });
  expect(await captureOf(second)).toMatchObject({ firmware: null, cameraModel: null, declaredWidthPx: 3000 });
});

test('the model of the device key counts before the one that the payload declares', async () => {
  const key = await addKey('modelled', 'Maker X1');
  const [result] = await acceptCaptures(world.intake, key, [version2(3, { model: 'unset' })]);
  expect((await captureOf(result)).cameraModel).toBe('Maker X1');
});

test('captures of one MAC belong to one device of the store, in any spelling', async () => {
  const [a, b, c] = await submit(
    buildPayload(10),
    buildPayload(11, { device_mac: '3c5a.b401.0203' }),
    buildPayload(12, { device_mac: '3C:5A:B4:01:02:04' }),
  );
  const [first, second, third] = [await captureOf(a), await captureOf(b), await captureOf(c)];
  expect(first.deviceId).not.toBeNull();
  expect(second.deviceId).toBe(first.deviceId);
  expect(third.deviceId).not.toBe(first.deviceId);
  const rows = await db
    .select()
    .from(device)
    .where(eq(device.id, third.deviceId ?? ''));
  expect(rows).toMatchObject([{ mac: '3c5ab4010204', storeId: world.device.storeId }]);
});

test('a dead letter names firmware and model, even when another field is broken', async () => {
  await submit(
    { ...version2(20, { model: 'Axis M3067', firmware: '2.4.1' }), captured_at: 'yesterday' },
    { ...buildPayload(21, { firmware: '0.9' }), timestamp: 7 },
    { ...buildPayload(22), timestamp: 7, firmware: 'a\u0000b' },
  );
  const letters = await db.select().from(deadLetter);
  const named = letters.map(({ firmware, cameraModel }) => `${firmware} ${cameraModel}`);
  expect(named.sort()).toEqual(['0.9 null', '2.4.1 Axis M3067', 'null null']);
});

const sha = (digit: string) => digit.repeat(64);
const placeholder = '02:00:00:00:00:00';

test.each([placeholder, '00:00:00:00:00:00', 'ff-ff-ff-ff-ff-ff', '1111.1111.1111'])(
  'two phones with the placeholder %s and a key each are two devices',
  async (mac) => {
    const [one, other] = [await addKey(`one ${mac}`), await addKey(`other ${mac}`)];
    const payload = { ...buildPayload(30), aisle: `P ${mac}`, device_mac: mac };
    const [first] = await acceptCaptures(world.intake, one, [{ ...payload, sha256: sha('a') }]);
    const [second] = await acceptCaptures(world.intake, other, [{ ...payload, sha256: sha('b') }]);
    const [again] = await acceptCaptures(world.intake, other, [{ ...payload, sha256: sha('b') }]);
    expect([first, second, again].map((result) => result?.outcome)).toEqual([
      'ACCEPTED',
      'ACCEPTED',
      'DUPLICATE',
    ]);
    const [a, b] = [await captureOf(first), await captureOf(second)];
    expect([a.keyVersion, b.keyVersion]).toEqual([2, 2]);
    expect(a.deviceId).not.toBe(b.deviceId);
    expect(again).toMatchObject({ captureId: b.id });
  },
);

test('phones that share a key and a placeholder keep their photos apart, in one batch and over several', async () => {
  const key = await addKey('shared');
  const send = (...payloads: unknown[]) => acceptCaptures(world.intake, key, payloads);
  const payload = { ...buildPayload(40), aisle: 'SHARED', device_mac: placeholder };
  const photo = (digit: string) => ({ ...payload, sha256: sha(digit) });
  const results = await send(photo('a'), photo('b'), photo('a'), photo('b'));
  expect(results.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'ACCEPTED', 'DUPLICATE', 'DUPLICATE']);
  const [c] = await send(photo('c'));
  const [resent] = await send(photo('c'));
  expect([c?.outcome, resent?.outcome]).toEqual(['ACCEPTED', 'DUPLICATE']);
  const ids = [...results.slice(0, 2), c].map((result) =>
    result && 'captureId' in result ? result.captureId : '',
  );
  expect(new Set(ids).size).toBe(3);
  expect(resent).toMatchObject({ captureId: ids[2] });
  expect(await db.$count(captureConflict, inArray(captureConflict.captureId, ids))).toBe(0);
});

test('concurrent first payloads with a placeholder make one device of their key', async () => {
  const key = await addKey('concurrent');
  const answers = await Promise.all(
    [0, 1, 2, 3].map((i) =>
      acceptCaptures(world.intake, key, [
        { ...buildPayload(50 + i), aisle: 'ONCE', device_mac: placeholder },
      ]),
    ),
  );
  const rows = await Promise.all(answers.map(([result]) => captureOf(result)));
  expect(new Set(rows.map(({ deviceId }) => deviceId)).size).toBe(1);
});

test('a capture with a placeholder that was accepted under key version 1 is found by the same photo alone', async () => {
  const key = await addKey('upgraded');
  const payload = { ...buildPayload(60), aisle: 'OLD', device_mac: placeholder };
  const send = async (digit: string) => {
    const [result] = await acceptCaptures(world.intake, key, [{ ...payload, sha256: sha(digit) }]);
    return result;
  };
  const old = await captureOf(await send('a'));
  await db
    .update(capture)
    .set({ keyVersion: 1, idempotencyKey: idempotencyKey(payload), deviceId: null })
    .where(eq(capture.id, old.id));
  expect(await send('a')).toMatchObject({ outcome: 'DUPLICATE', captureId: old.id });
  const other = await send('b');
  expect(other).toMatchObject({ outcome: 'ACCEPTED' });
  expect((await captureOf(other)).id).not.toBe(old.id);
});

test('a real MAC keeps key version 1, and another photo stays a conflict', async () => {
  const [first] = await submit(buildPayload(70, { sha256: sha('a') }));
  const [second] = await submit(buildPayload(70, { sha256: sha('b') }));
  expect((await captureOf(first)).keyVersion).toBe(1);
  expect(second).toMatchObject({ outcome: 'CONFLICT' });
});

test('a broken payload that is sent again with a new time of sending is the same dead letter', async () => {
  const broken = { ...buildPayload(80), timestamp: 'now' };
  const [first] = await submit({ ...broken, sent_at: '2026-11-23T09:00:00Z' });
  const [second] = await submit({ ...broken, sent_at: '2026-11-23T09:01:00Z' });
  expect(first).toMatchObject({ outcome: 'DEAD_LETTERED' });
  expect(second).toEqual(first);
});
