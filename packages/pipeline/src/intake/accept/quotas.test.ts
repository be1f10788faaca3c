import { capture, deadLetter, deviceKey } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { buildPayload } from '@gondola/testkit/payload';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { acceptCaptures } from './accept-captures.ts';
import type { Pressure } from './backpressure.ts';
import { deadLettersPerMinute } from './quotas.ts';

const { db, url } = await createTestDatabase('quotas');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

const submit = (...payloads: unknown[]) => acceptCaptures(world.intake, world.device, payloads);
const outcomes = (results: { outcome: string }[]) => results.map(({ outcome }) => outcome);
const setQuota = (capturesPerMinute: number | null) =>
  db.update(deviceKey).set({ capturesPerMinute }).where(eq(deviceKey.id, world.device.deviceKeyId));
const aMinutePasses = () =>
  db.execute(sql`update capture set created_at = created_at - interval '61 seconds'`);

test('a device over its quota gets TRY_LATER, and nothing of the payload is stored', async () => {
  await setQuota(2);
  const results = await submit(buildPayload(1), buildPayload(2), buildPayload(3));
  expect(outcomes(results)).toEqual(['ACCEPTED', 'ACCEPTED', 'TRY_LATER']);
  expect(results[2]).toMatchObject({ problems: [{ code: 'RATE_LIMITED' }] });
  const [later] = await submit(buildPayload(3));
  expect(later).toMatchObject({ outcome: 'TRY_LATER' });
  const seconds = later?.outcome === 'TRY_LATER' ? later.retryAfterSeconds : 0;
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(await db.$count(capture)).toBe(2);
  expect(await db.$count(deadLetter)).toBe(0);
});

test('duplicates and conflicts get a result whatever the quota', async () => {
  const results = await submit(
    buildPayload(1),
    buildPayload(2, { sha256: 'a'.repeat(64) }),
    buildPayload(4),
    buildPayload(4),
  );
  expect(outcomes(results)).toEqual(['DUPLICATE', 'DUPLICATE', 'TRY_LATER', 'TRY_LATER']);
});

test('the quota counts the last minute, so it is free again afterwards', async () => {
  await aMinutePasses();
  expect(outcomes(await submit(buildPayload(3)))).toEqual(['ACCEPTED']);
});

test('a payload that is sent twice in a batch counts once', async () => {
  await aMinutePasses();
  const results = await submit(buildPayload(5), buildPayload(5), buildPayload(6), buildPayload(7));
  expect(outcomes(results)).toEqual(['ACCEPTED', 'DUPLICATE', 'ACCEPTED', 'TRY_LATER']);
  await setQuota(null);
});

test('a nearly full disk and an overdue queue defer new captures and nothing else', async () => {
  const pressure: Pressure = { code: 'DISK_FULL', message: 'full', retryAfterSeconds: 60 };
  const tools = { ...world.intake, readPressure: async () => pressure };
  const results = await acceptCaptures(tools, world.device, [
    buildPayload(5),
    buildPayload(20),
    { nonsense: 1 },
  ]);
  expect(outcomes(results)).toEqual(['DUPLICATE', 'TRY_LATER', 'DEAD_LETTERED']);
  expect(results[1]).toMatchObject({ retryAfterSeconds: 60, problems: [{ code: 'DISK_FULL' }] });
});

test('a broken camera cannot fill the table, and a resend stays the same dead letter', async () => {
  const broken = Array.from({ length: deadLettersPerMinute + 1 }, (_, i) => ({ broken: i }));
  const first = await submit(...broken.slice(0, 100));
  expect(new Set(outcomes(first))).toEqual(new Set(['DEAD_LETTERED']));
  const results = await submit(...broken);
  expect(results.slice(0, 100)).toEqual(first);
  // The dead letter of the previous test counts against the quota.
  expect(results.filter(({ outcome }) => outcome === 'TRY_LATER')).toHaveLength(2);
  const [refused] = results.filter(({ outcome }) => outcome === 'TRY_LATER');
  expect(refused?.problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['RATE_LIMITED']));
  expect(await db.$count(deadLetter)).toBe(deadLettersPerMinute);
  expect(outcomes(await submit(buildPayload(30)))).toEqual(['ACCEPTED']);
});
