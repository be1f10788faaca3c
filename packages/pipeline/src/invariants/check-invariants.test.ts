import {
  breaker,
  breakerTransition,
  capture,
  captureEvent,
  image,
  score,
  silentDrift,
  type Verdict,
  verdictOverrule,
} from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { buildPayload } from '@gondola/testkit/payload';
import { addScoredCaptures, importEditions } from '@gondola/testkit/scored-captures';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq, inArray, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { breakerRows } from '../breakers/rows/breaker-rows.ts';
import type { OverriddenFinding } from '../compliance/overrides/override-findings.ts';
import { acceptCaptures } from '../intake/accept/accept-captures.ts';
import { advance } from '../runner/advance.ts';
import { insertFindings } from '../stages/score/insert-findings.ts';
import { checkInvariants } from './check-invariants.ts';

const { db, url } = await createTestDatabase('invariants');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

async function accept(ordinal: number) {
  const [result] = await acceptCaptures(world.intake, world.device, [buildPayload(ordinal)]);
  return result && 'captureId' in result ? result.captureId : '';
}

const broken = async () => {
  const reports = await checkInvariants(db, { graceSeconds: 0 });
  return reports.filter((r) => r.violations.length > 0);
};

test('all invariants hold for captures that intake accepted and advance moved', async () => {
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

test('a breaker that contradicts its last transition is found, and so is a gap between transitions', async () => {
  const breakers = breakerRows(db, () => 0.5);
  for (const name of ['right/detect', 'wrong/detect', 'torn/detect']) {
    await breakers.read(name);
    await breakers.report(name, { kind: 'isolate', actor: 'p', reason: 'maintenance' }, 'p');
  }
  const ofBreakers = async () => (await broken()).filter(({ invariant }) => invariant.includes('breaker'));
  expect(await ofBreakers()).toEqual([]);
  await db.update(breaker).set({ state: 'CLOSED' }).where(eq(breaker.name, 'wrong/detect'));
  const [torn] = await db
    .insert(breakerTransition)
    .values({
      name: 'torn/detect',
      generation: 3,
      fromState: 'OPEN',
      toState: 'CLOSED',
      reason: 'by hand',
      facts: {},
      actor: 'test',
    })
    .returning();
  expect(await ofBreakers()).toEqual([
    { invariant: expect.stringContaining('last transition'), violations: ['torn/detect', 'wrong/detect'] },
    { invariant: expect.stringContaining('starts where'), violations: [torn?.id] },
  ]);
});

test('a foreign overrule, an unknown waiver, drift without a score and a missing photo are found', async () => {
  const { firstId, secondId, bayId } = await importEditions(db, world.device);
  const scored = await addScoredCaptures(db, world.device, { bayId, versionId: firstId, count: 4 });
  const before = await broken();
  const rows = await db.select().from(capture).where(inArray(capture.id, scored)).orderBy(capture.id);
  const [mine, others, archived, photo] = rows;
  if (!mine || !others || !archived || !photo) throw new Error('not scored');
  const [overrule] = await db
    .insert(verdictOverrule)
    .values({
      captureId: others.id,
      scoreId: others.currentScoreId ?? '',
      ordinal: 0,
      verdict: 'MATCH',
      reason: 'r',
      author: 'a',
    })
    .returning();
  const scoreId = await addScore(mine.currentScoreId ?? '', [
    { ...findingOf('MATCH'), overruleId: overrule?.id ?? '' },
    findingOf('WAIVED'),
  ]);
  const [drift] = await db
    .insert(silentDrift)
    .values({
      captureId: mine.id,
      bayId,
      scoreId: others.currentScoreId ?? '',
      pinnedVersionId: firstId,
      betterVersionId: secondId,
      pinnedScore: 0,
      betterScore: 1,
      discriminatingFacings: 10,
      reason: 'r',
    })
    .returning();
  await db.update(capture).set({ archivedAt: new Date() }).where(eq(capture.id, archived.id));
  const sha256 = 'e'.repeat(64);
  await db.insert(image).values({ sha256, byteLength: 1, mimeType: 'image/jpeg', expiredAt: new Date() });
  await db.update(capture).set({ sha256 }).where(eq(capture.id, photo.id));
  const old = new Set(before.map(({ invariant }) => invariant));
  expect((await broken()).filter(({ invariant }) => !old.has(invariant))).toEqual([
    { invariant: expect.stringContaining('names an overrule'), violations: [`${scoreId}:0`] },
    { invariant: expect.stringContaining('names a waiver'), violations: [`${scoreId}:1`] },
    { invariant: expect.stringContaining('open silent drift'), violations: [drift?.id] },
    { invariant: expect.stringContaining('is archived exactly when'), violations: [archived.id] },
    { invariant: expect.stringContaining('expired photo'), violations: [photo.id] },
  ]);
});

const findingOf = (verdict: Verdict): OverriddenFinding => ({
  positionId: null,
  verdict,
  expectedProductId: null,
  seenProductId: null,
  facingsPlanned: 1,
  facingsSeen: null,
  confidence: 1,
  credit: null,
  box: null,
  evidence: { facingBoxes: [], candidates: [], foundAtPositionId: null },
  reason: 'r',
});

/** Adds a copy of a score with other findings. */
const addScore = (likeId: string, findings: OverriddenFinding[]): Promise<string> =>
  db.transaction(async (tx) => {
    const [{ id: _, ...like } = expect.fail('no score')] = await tx
      .select()
      .from(score)
      .where(eq(score.id, likeId));
    const [added] = await tx
      .insert(score)
      .values({ ...like, origin: 'RESCORE' })
      .returning();
    await insertFindings(tx, [{ scoreId: added?.id ?? '', findings }]);
    return added?.id ?? '';
  });
