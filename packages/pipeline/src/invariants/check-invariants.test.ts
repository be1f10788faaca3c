import { capture, captureEvent } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { acceptCaptures } from '../intake/accept-captures.ts';
import { advance } from '../runner/advance.ts';
import { goodPayload, tinyWorld } from '../testing.ts';
import { checkInvariants } from './check-invariants.ts';

const { db, url } = await createTestDatabase('invariants');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

async function accept(ordinal: number) {
  const [result] = await acceptCaptures(world.intake, world.device, [goodPayload(ordinal)]);
  return result && 'captureId' in result ? result.captureId : '';
}

const broken = async () => {
  const reports = await checkInvariants(db, { graceSeconds: 0 });
  return reports.filter((r) => r.violations.length > 0);
};

test('all hold for captures that were taken in and moved by the door', async () => {
  const id = await accept(1);
  await accept(2);
  await advance(
    db,
    world.intake.queue,
    { id, state: 'INGESTED', revision: 0 },
    { to: 'PREPROCESSED', reason: 'PASS', facts: {}, actor: 'test' },
  );
  expect(await broken()).toEqual([]);
});

test('a lost job, a state changed by hand and an illegal move are found', async () => {
  const [lost, changed, illegal] = [await accept(3), await accept(4), await accept(5)];
  await db.execute(sql`delete from pgboss.job where data->>'captureId' = ${lost}`);
  await db.update(capture).set({ state: 'VERSION_DRIFT', jobId: null }).where(eq(capture.id, changed));
  await db.insert(captureEvent).values({
    captureId: illegal,
    revision: 1,
    fromState: 'INGESTED',
    toState: 'ARCHIVED',
    reason: 'by hand',
    facts: {},
    actor: 'test',
  });
  const found = await broken();
  const violating = (part: string) => found.find((r) => r.invariant.includes(part))?.violations;
  expect(violating('live job or timer')).toEqual([lost]);
  expect(violating('replays to the current state')?.sort()).toEqual([changed, illegal].sort());
  expect(violating('open drift item')).toEqual([changed]);
  expect(violating('is legal')).toEqual([illegal]);
});
