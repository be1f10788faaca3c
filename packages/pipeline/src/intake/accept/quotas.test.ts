import { capture, deadLetter, deviceKey } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { goodPayload, tinyWorld } from '../testing.ts';
import { acceptCaptures } from './accept-captures.ts';
import { deadLettersPerMinute } from './admission.ts';
import type { Pressure } from './watch-pressure.ts';

const { db, url } = await createTestDatabase('admission');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

const submit = (...payloads: unknown[]) => acceptCaptures(world.intake, world.device, payloads);
const outcomes = (results: { outcome: string }[]) => results.map(({ outcome }) => outcome);
const setQuota = (capturesPerMinute: number | null) =>
  db.update(deviceKey).set({ capturesPerMinute }).where(eq(deviceKey.id, world.device.deviceKeyId));
const aMinutePasses = () =>
  db.execute(sql`update capture set created_at = created_at - interval '61 seconds'`);

test('a device over its quota is told to try later, and nothing of the payload is kept', async () => {
  await setQuota(2);
  const results = await submit(goodPayload(1), goodPayload(2), goodPayload(3));
  expect(outcomes(results)).toEqual(['ACCEPTED', 'ACCEPTED', 'TRY_LATER']);
  expect(results[2]).toMatchObject({ problems: [{ code: 'RATE_LIMITED' }] });
  const [later] = await submit(goodPayload(3));
  expect(later).toMatchObject({ outcome: 'TRY_LATER' });
  const seconds = later?.outcome === 'TRY_LATER' ? later.retryAfterSeconds : 0;
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(await db.$count(capture)).toBe(2);
  expect(await db.$count(deadLetter)).toBe(0);
});

test('duplicates and conflicts are answered whatever the quota says', async () => {
  const results = await submit(
    goodPayload(1),
    goodPayload(2, { sha256: 'a'.repeat(64) }),
    goodPayload(4),
    goodPayload(4),
  );
  expect(outcomes(results)).toEqual(['DUPLICATE', 'DUPLICATE', 'TRY_LATER', 'TRY_LATER']);
});

test('the quota is what the last minute took in, so a place is free again after it', async () => {
  await aMinutePasses();
  expect(outcomes(await submit(goodPayload(3)))).toEqual(['ACCEPTED']);
});

test('payloads that are sent twice in a batch use one place', async () => {
  await aMinutePasses();
  const results = await submit(goodPayload(5), goodPayload(5), goodPayload(6), goodPayload(7));
  expect(outcomes(results)).toEqual(['ACCEPTED', 'DUPLICATE', 'ACCEPTED', 'TRY_LATER']);
  await setQuota(null);
});

test('a disk that is nearly full and a queue that is too old keep new captures out and nothing else', async () => {
  const pressure: Pressure = { code: 'DISK_FULL', message: 'full', retryAfterSeconds: 60 };
  const tools = { ...world.intake, readPressure: async () => pressure };
  const results = await acceptCaptures(tools, world.device, [
    goodPayload(5),
    goodPayload(20),
    { nonsense: 1 },
  ]);
  expect(outcomes(results)).toEqual(['DUPLICATE', 'TRY_LATER', 'DEAD_LETTERED']);
  expect(results[1]).toMatchObject({ retryAfterSeconds: 60, problems: [{ code: 'DISK_FULL' }] });
});

test('a broken camera cannot fill the table, and what it sent before stays the same dead letter', async () => {
  const broken = Array.from({ length: deadLettersPerMinute + 1 }, (_, i) => ({ broken: i }));
  const first = await submit(...broken.slice(0, 100));
  expect(new Set(outcomes(first))).toEqual(new Set(['DEAD_LETTERED']));
  const results = await submit(...broken);
  expect(results.slice(0, 100)).toEqual(first);
  // One place went to the dead letter of the test before.
  expect(results.filter(({ outcome }) => outcome === 'TRY_LATER')).toHaveLength(2);
  const [refused] = results.filter(({ outcome }) => outcome === 'TRY_LATER');
  expect(refused?.problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['RATE_LIMITED']));
  expect(await db.$count(deadLetter)).toBe(deadLettersPerMinute);
  expect(outcomes(await submit(goodPayload(30)))).toEqual(['ACCEPTED']);
});
