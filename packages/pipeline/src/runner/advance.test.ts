import { capture, captureEvent, detectionSet } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { buildPayload } from '@gondola/testkit/payload';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { acceptCaptures } from '../intake/accept/accept-captures.ts';
import { createLog } from '../telemetry/log.ts';
import { advance } from './advance.ts';
import { reconcile } from './reconcile.ts';
import type { ExpectedState } from './unmoved.ts';

const { db, url } = await createTestDatabase('advance');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());
const { queue } = world.intake;

let ordinal = 0;
async function newCapture(): Promise<ExpectedState> {
  ordinal += 1;
  const [result] = await acceptCaptures(world.intake, world.device, [buildPayload(ordinal)]);
  if (!result || !('captureId' in result)) throw new Error('not accepted');
  return { id: result.captureId, state: 'INGESTED', revision: 0 };
}

const move = (to: 'PREPROCESSED' | 'SCORED') => ({ to, reason: 'PASS', facts: {}, actor: 'test' }) as const;

async function read(id: string) {
  const [row] = await db.select().from(capture).where(eq(capture.id, id));
  const events = await db.select().from(captureEvent).where(eq(captureEvent.captureId, id));
  const { rows: jobs } = await db.execute<{ id: string; name: string }>(
    sql`select id, name from pgboss.job where data->>'captureId' = ${id} and name = 'infer'`,
  );
  return { row, events, jobs };
}

test('of twenty concurrent moves from the same revision exactly one succeeds', async () => {
  const expected = await newCapture();
  const results = await Promise.all(
    Array.from({ length: 20 }, () => advance(db, queue, expected, move('PREPROCESSED'))),
  );
  expect(results.filter(Boolean)).toHaveLength(1);
  const { row, events, jobs } = await read(expected.id);
  expect(row).toMatchObject({ state: 'PREPROCESSED', revision: 1 });
  expect(events.map((e) => e.toState)).toEqual(['INGESTED', 'PREPROCESSED']);
  expect(jobs).toEqual([{ id: row?.jobId, name: 'infer' }]);
});

test('a second move from the same revision writes nothing', async () => {
  const expected = await newCapture();
  await advance(db, queue, expected, move('PREPROCESSED'));
  let wrote = false;
  const moved = await advance(db, queue, expected, {
    ...move('PREPROCESSED'),
    write: async () => {
      wrote = true;
      return {};
    },
  });
  expect([moved, wrote]).toEqual([false, false]);
});

test('a failed write rolls back state, history and job', async () => {
  const expected = await newCapture();
  const broken = advance(db, queue, expected, {
    ...move('PREPROCESSED'),
    write: async (tx) => {
      await tx.update(capture).set({ sharpness: 1 }).where(eq(capture.id, expected.id));
      throw new Error('the disk is full');
    },
  });
  await expect(broken).rejects.toThrow('the disk is full');
  const { row, events, jobs } = await read(expected.id);
  expect(row).toMatchObject({ state: 'INGESTED', revision: 0, sharpness: null });
  expect([events.length, jobs.length]).toEqual([1, 0]);
});

test('an illegal move is rejected before any read', async () => {
  const expected = await newCapture();
  await expect(advance(db, queue, expected, move('SCORED'))).rejects.toThrow(
    'may not go from INGESTED to SCORED',
  );
});

test('history and results cannot be changed or deleted', async () => {
  const expected = await newCapture();
  const changes = [
    db.update(captureEvent).set({ reason: 'x' }).where(eq(captureEvent.captureId, expected.id)),
    db.delete(captureEvent).where(eq(captureEvent.captureId, expected.id)),
    db.execute(sql`truncate ${detectionSet} cascade`),
  ];
  for (const change of changes) await expect(change).rejects.toThrow();
  expect((await read(expected.id)).events).toHaveLength(1);
});

test('the reconciler recreates a lost job, and does nothing when no job is lost', async () => {
  const log = createLog({ name: 'test', level: 'silent' });
  const expected = await newCapture();
  const runReconcile = () => reconcile({ db, queue, log }, { graceSeconds: 0 });
  expect(await runReconcile()).toBe(0);
  await db.execute(sql`delete from pgboss.job where data->>'captureId' = ${expected.id}`);
  expect(await runReconcile()).toBe(1);
  const { rows } = await db.execute(sql`select id from pgboss.job where data->>'captureId' = ${expected.id}`);
  expect(rows).toEqual([{ id: (await read(expected.id)).row?.jobId }]);
  expect(await runReconcile()).toBe(0);
});
