import { setTimeout as pause } from 'node:timers/promises';
import { createTestDatabase } from '@gondola/db/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { acceptCaptures } from '../intake/accept-captures.ts';
import { goodPayload, tinyWorld } from '../testing.ts';
import { createLiveWork } from './live-work.ts';

const { db, url } = await createTestDatabase('live_work');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());
beforeEach(() => db.execute(sql`delete from pgboss.job`));

let ordinal = 0;
const handIn = () => {
  ordinal += 1;
  return acceptCaptures(world.intake, world.device, [goodPayload(ordinal)]);
};
/** Whether a batch gets to go on before so long has passed. */
const goesOn = (letPass: Promise<void>, withinMs = 1500): Promise<boolean> =>
  Promise.race([letPass.then(() => true), pause(withinMs).then(() => false)]);

test('a batch goes on at once while nothing live is about', async () => {
  expect(await goesOn(createLiveWork(db).letPass())).toBe(true);
});

test('a batch waits while a capture waits in a queue, and goes on when that is taken up', async () => {
  await handIn();
  const waiting = createLiveWork(db).letPass();
  expect(await goesOn(waiting, 400)).toBe(false);
  await db.execute(sql`delete from pgboss.job`);
  await waiting;
});

test('a batch does not wait for ever below a load that never ends', async () => {
  await handIn();
  // A clock on which every look takes a second.
  let clock = 0;
  const letPass = createLiveWork(db, () => (clock += 1000)).letPass();
  expect(await goesOn(letPass)).toBe(true);
});

test('a batch waits for live work in this worker’s hands, and goes on when that has ended', async () => {
  const live = createLiveWork(db);
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

test('the work of a batch itself does not make it wait', async () => {
  await handIn();
  await db.execute(sql`update pgboss.job set priority = -20`);
  expect(await goesOn(createLiveWork(db).letPass())).toBe(true);
});

test('a stopping worker waits for nobody', async () => {
  await handIn();
  expect(await goesOn(createLiveWork(db).letPass(AbortSignal.abort()))).toBe(true);
});
