import { breaker, breakerPolicy, breakerTransition, openDatabase } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { defaultBreakerPolicy } from '../model/breaker-policy.ts';
import { createFleetBreaker } from '../model/fleet-breaker.ts';
import { breakerRows } from './breaker-rows.ts';

const { db, url } = await createTestDatabase('breaker_book');
const wide = openDatabase(url, { maxConnections: 25 });
afterAll(() => wide.close());
const sharedState = breakerRows(wide.db, () => 0.5);

const due = (name: string) =>
  db
    .update(breaker)
    .set({ state: 'OPEN', retryAt: sql`clock_timestamp()`, probeOwner: null, probeLeaseUntil: null })
    .where(eq(breaker.name, name));
const failed = { kind: 'TRANSIENT', message: '503', retryAfterMs: null } as const;

test('of fifty workers that request a probe at once exactly one gets it, every time', async () => {
  const name = 'claims/detect';
  await sharedState.read(name);
  const granted: number[] = [];
  for (let round = 0; round < 40; round++) {
    await due(name);
    const claims = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        sharedState.report(name, { kind: 'claim', owner: `w${i}` }, `w${i}`),
      ),
    );
    granted.push(claims.filter((claim) => claim.granted).length);
  }
  expect(new Set(granted)).toEqual(new Set([1]));
}, 60_000);

test('the result of an older generation changes nothing', async () => {
  const name = 'stale/detect';
  const { row } = await sharedState.read(name);
  await due(name);
  const probe = await sharedState.report(name, { kind: 'claim', owner: 'slow' }, 'slow');
  await db.update(breaker).set({ probeLeaseUntil: sql`clock_timestamp()` }).where(eq(breaker.name, name));
  const second = await sharedState.report(name, { kind: 'claim', owner: 'quick' }, 'quick');
  const before = await db.select().from(breaker).where(eq(breaker.name, name));
  for (const generation of [row.generation, probe.row.generation]) {
    await sharedState.report(name, { kind: 'probeEnded', generation, ending: { kind: 'OK' } }, 'slow');
    await sharedState.report(name, { kind: 'failure', generation, calls: 9, ending: failed }, 'slow');
  }
  expect(await db.select().from(breaker).where(eq(breaker.name, name))).toEqual(before);
  expect(second.granted).toBe(true);
});

test('the row equals its last transition, and transitions cannot be changed', async () => {
  const name = 'log/detect';
  const { row } = await sharedState.read(name);
  for (let i = 0; i < 5; i++)
    await sharedState.report(
      name,
      { kind: 'failure', generation: row.generation, calls: 1, ending: failed },
      'worker:w',
    );
  await sharedState.report(name, { kind: 'isolate', actor: 'p', reason: 'maintenance' }, 'person:p');
  const log = await db
    .select()
    .from(breakerTransition)
    .where(eq(breakerTransition.name, name))
    .orderBy(asc(breakerTransition.generation));
  expect(log).toMatchObject([
    {
      generation: 1,
      fromState: 'CLOSED',
      toState: 'OPEN',
      reason: 'TRANSIENT',
      actor: 'worker:w',
      facts: { failures: 5 },
    },
    { generation: 2, fromState: 'OPEN', toState: 'ISOLATED', reason: 'maintenance', actor: 'person:p' },
  ]);
  expect(await db.select().from(breaker).where(eq(breaker.name, name))).toMatchObject([
    { state: 'ISOLATED', generation: 2 },
  ]);
  await expect(db.delete(breakerTransition)).rejects.toMatchObject({
    cause: { message: expect.stringContaining('refused') },
  });
});

test('a policy for one breaker takes precedence over one for all, and a newer policy over older ones', async () => {
  const values = { ...defaultBreakerPolicy, note: 'test', createdBy: 'test' };
  await db.insert(breakerPolicy).values({ ...values, name: null, baseSeconds: 7 });
  expect((await sharedState.read('policy/detect')).policy.baseSeconds).toBe(7);
  await db.insert(breakerPolicy).values({ ...values, name: 'policy/detect', baseSeconds: 8 });
  await db.insert(breakerPolicy).values({ ...values, name: 'policy/detect', baseSeconds: 9 });
  expect((await sharedState.read('policy/detect')).policy.baseSeconds).toBe(9);
  expect((await sharedState.read('other/detect')).policy.baseSeconds).toBe(7);
});

const worker = (owner: string, at = sharedState, lost: unknown[] = []) =>
  createFleetBreaker('fleet/detect', {
    sharedState: at,
    owner,
    now: () => performance.now(),
    random: () => 0.5,
    onSharedStateLost: (error) => void lost.push(error),
  });

test('four workers that share a dead provider stop calling it after fewer than ten calls', async () => {
  const fleet = ['a', 'b', 'c', 'd'].map((owner) => worker(owner));
  let calls = 0;
  for (let round = 0; round < 6; round++)
    await Promise.all(
      fleet.map(async (breakerOfWorker) => {
        const pass = await breakerOfWorker.admit();
        if (!pass.admitted) return;
        calls += 1;
        await breakerOfWorker.settle(pass, failed);
      }),
    );
  expect(calls).toBeLessThan(10);
  expect(await db.select().from(breaker).where(eq(breaker.name, 'fleet/detect'))).toMatchObject([
    { state: 'OPEN' },
  ]);
});

test('a healthy provider costs no write', async () => {
  const quiet = createFleetBreaker('healthy/detect', {
    sharedState,
    owner: 'a',
    now: () => performance.now(),
    random: () => 0.5,
    onSharedStateLost: () => {},
  });
  await quiet.admit();
  const stamp = async () =>
    (await db.execute(sql`select xmin::text, updated_at from breaker where name = 'healthy/detect'`)).rows;
  const before = await stamp();
  for (let i = 0; i < 20; i++) {
    const pass = await quiet.admit();
    if (!pass.admitted) throw new Error(pass.reason);
    await quiet.settle(pass, { kind: 'OK' });
  }
  expect(await stamp()).toEqual(before);
});

test('without the database a worker uses its local breaker, and returns to the shared one afterwards', async () => {
  let isGone = true;
  const flaky = {
    read: (name: string) => (isGone ? Promise.reject(new Error('gone')) : sharedState.read(name)),
    report: sharedState.report,
  };
  const lost: unknown[] = [];
  const alone = createFleetBreaker('alone/detect', {
    sharedState: flaky,
    owner: 'x',
    now: () => performance.now(),
    random: () => 0.5,
    onSharedStateLost: (error) => void lost.push(error),
  });
  let calls = 0;
  for (let i = 0; i < 12; i++) {
    const pass = await alone.admit();
    if (!pass.admitted) continue;
    calls += 1;
    await alone.settle(pass, failed);
  }
  expect(calls).toBe(defaultBreakerPolicy.failuresToOpen);
  expect(lost.length).toBeGreaterThan(0);
  isGone = false;
  expect(await alone.admit()).toMatchObject({ admitted: true, kind: 'call' });
});
