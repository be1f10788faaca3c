import { capture, captureEvent, detectionSet } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { acceptCaptures } from '../intake/accept-captures.ts';
import { createLog } from '../telemetry/log.ts';
import { goodPayload, tinyWorld } from '../testing.ts';
import { advance, type Standing } from './advance.ts';
import { reconcile } from './reconcile.ts';

const { db, url } = await createTestDatabase('advance');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());
const { queue } = world.intake;

let ordinal = 0;
async function newCapture(): Promise<Standing> {
  ordinal += 1;
  const [result] = await acceptCaptures(world.intake, world.device, [goodPayload(ordinal)]);
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

test('of twenty movers with the same belief exactly one moves the capture', async () => {
  const standing = await newCapture();
  const endings = await Promise.all(
    Array.from({ length: 20 }, () => advance(db, queue, standing, move('PREPROCESSED'))),
  );
  expect(endings.filter(Boolean)).toHaveLength(1);
  const { row, events, jobs } = await read(standing.id);
  expect(row).toMatchObject({ state: 'PREPROCESSED', revision: 1 });
  expect(events.map((e) => e.toState)).toEqual(['INGESTED', 'PREPROCESSED']);
  expect(jobs).toEqual([{ id: row?.jobId, name: 'infer' }]);
});

test('whoever comes second writes nothing, whatever it had in hand', async () => {
  const standing = await newCapture();
  await advance(db, queue, standing, move('PREPROCESSED'));
  let wrote = false;
  const moved = await advance(db, queue, standing, {
    ...move('PREPROCESSED'),
    write: async () => {
      wrote = true;
      return {};
    },
  });
  expect([moved, wrote]).toEqual([false, false]);
});

test('a write that fails takes state, history and job back with it', async () => {
  const standing = await newCapture();
  const broken = advance(db, queue, standing, {
    ...move('PREPROCESSED'),
    write: async (tx) => {
      await tx.update(capture).set({ sharpness: 1 }).where(eq(capture.id, standing.id));
      throw new Error('the disk is full');
    },
  });
  await expect(broken).rejects.toThrow('the disk is full');
  const { row, events, jobs } = await read(standing.id);
  expect(row).toMatchObject({ state: 'INGESTED', revision: 0, sharpness: null });
  expect([events.length, jobs.length]).toEqual([1, 0]);
});

test('an illegal move is refused before anything is read', async () => {
  const standing = await newCapture();
  await expect(advance(db, queue, standing, move('SCORED'))).rejects.toThrow(
    'may not go from INGESTED to SCORED',
  );
});

test('history and results cannot be changed or deleted', async () => {
  const standing = await newCapture();
  const changes = [
    db.update(captureEvent).set({ reason: 'x' }).where(eq(captureEvent.captureId, standing.id)),
    db.delete(captureEvent).where(eq(captureEvent.captureId, standing.id)),
    db.execute(sql`truncate ${detectionSet} cascade`),
  ];
  for (const change of changes) await expect(change).rejects.toThrow();
  expect((await read(standing.id)).events).toHaveLength(1);
});

test('the reconciler finds nothing in order, and makes a lost job again', async () => {
  const log = createLog({ name: 'test', level: 'silent' });
  const standing = await newCapture();
  const look = () => reconcile({ db, queue, log }, { graceSeconds: 0 });
  expect(await look()).toBe(0);
  await db.execute(sql`delete from pgboss.job where data->>'captureId' = ${standing.id}`);
  expect(await look()).toBe(1);
  const { rows } = await db.execute(sql`select id from pgboss.job where data->>'captureId' = ${standing.id}`);
  expect(rows).toEqual([{ id: (await read(standing.id)).row?.jobId }]);
  expect(await look()).toBe(0);
});
