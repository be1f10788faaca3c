import { setTimeout as pause } from 'node:timers/promises';
import { createTestDatabase } from '@gondola/db/testing';
import { buildPayload } from '@gondola/testkit/payload';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { acceptCaptures } from '../intake/accept/accept-captures.ts';
import { createLiveTraffic } from './live-traffic.ts';

const { db, url } = await createTestDatabase('live_work');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());
beforeEach(() => db.execute(sql`delete from pgboss.job`));

let ordinal = 0;
const submitCapture = () => {
  ordinal += 1;
  return acceptCaptures(world.intake, world.device, [buildPayload(ordinal)]);
};
/** Resolves to true when the batch continues within the given time. */
const continues = (letPass: Promise<void>, withinMs = 1500): Promise<boolean> =>
  Promise.race([letPass.then(() => true), pause(withinMs).then(() => false)]);

test('a batch continues at once while there is no live job', async () => {
  expect(await continues(createLiveTraffic(db).letPass())).toBe(true);
});

test('a batch waits while a live job is queued, and continues when the queue is empty', async () => {
  await submitCapture();
  const waiting = createLiveTraffic(db).letPass();
  expect(await continues(waiting, 400)).toBe(false);
  await db.execute(sql`delete from pgboss.job`);
  await waiting;
});

test('a batch does not wait forever under a load that never ends', async () => {
  await submitCapture();
  // Each reading of this clock advances it by one second.
  let clock = 0;
  const letPass = createLiveTraffic(db, () => (clock += 1000)).letPass();
  expect(await continues(letPass)).toBe(true);
});

test('a batch waits for live work of its own worker, and continues when that work ends', async () => {
  const live = createLiveTraffic(db);
  const order: string[] = [];
  const work = live.track(async () => {
    await pause(300);
    order.push('live');
  });
  await live.letPass();
  order.push('batch');
  await work;
  expect(order).toEqual(['live', 'batch']);
});

test('a batch does not wait for low-priority jobs', async () => {
  await submitCapture();
  await db.execute(sql`update pgboss.job set priority = -20`);
  expect(await continues(createLiveTraffic(db).letPass())).toBe(true);
});

test('a batch of a stopping worker does not wait', async () => {
  await submitCapture();
  expect(await continues(createLiveTraffic(db).letPass(AbortSignal.abort()))).toBe(true);
});
