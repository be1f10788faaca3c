import { auditLog, capture, captureEvent, positionVerdict, score } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { addScoredCaptures, importEditions } from '@gondola/testkit/scored-captures';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { and, asc, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { actorNamed } from '../audit/actor.ts';
import { checkInvariants } from '../invariants/check-invariants.ts';
import { type Overrule, overruleVerdict } from './overrule-verdict.ts';

const { db, url } = await createTestDatabase('overrules');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());
const tools = { db, queue: world.intake.queue };

const { firstId, bayId } = await importEditions(db, world.device);
const ids = await addScoredCaptures(db, world.device, { bayId, versionId: firstId, count: 6 });

const captureOf = async (id: string) => {
  const [row] = await db.select().from(capture).where(eq(capture.id, id));
  if (!row?.currentScoreId) throw new Error('no capture or no score');
  return { ...row, currentScoreId: row.currentScoreId };
};
const verdictOf = async (scoreId: string, positionId: string) =>
  (
    await db
      .select()
      .from(positionVerdict)
      .where(and(eq(positionVerdict.scoreId, scoreId), eq(positionVerdict.positionId, positionId)))
  )[0];

const overrule = async (captureId: string, changes: Partial<Overrule> = {}, by = 'ann@example.com') =>
  overruleVerdict(tools, actorNamed(by), {
    captureId,
    expectedScoreId: (await captureOf(captureId)).currentScoreId,
    place: { positionId: '0001' },
    verdict: 'MATCH',
    seenProductId: null,
    reason: 'it stands behind the tag',
    ...changes,
  });

test('an overrule makes a new score, which becomes current, and an audit entry', async () => {
  const id = ids[1] as string;
  const before = await captureOf(id);
  const result = await overrule(id);
  const after = await captureOf(id);
  expect(result).toEqual({ scoreId: after.currentScoreId });
  expect(before.score).toBeLessThan(1);
  expect(after).toMatchObject({ state: 'SCORED', score: 1, revision: before.revision + 1 });
  const [row] = await db.select().from(score).where(eq(score.id, after.currentScoreId));
  expect(row).toMatchObject({ origin: 'OVERRULE', parentScoreId: before.currentScoreId, score: 1 });
  expect(await verdictOf(before.currentScoreId, '0001')).toMatchObject({
    verdict: 'MISSING',
    overruleId: null,
  });
  const ruled = await verdictOf(after.currentScoreId, '0001');
  expect(ruled).toMatchObject({ verdict: 'MATCH', overruleId: expect.any(String) });
  const events = await db
    .select()
    .from(captureEvent)
    .where(eq(captureEvent.captureId, id))
    .orderBy(asc(captureEvent.revision));
  expect(events.at(-1)).toMatchObject({ fromState: 'SCORED', toState: 'SCORED', reason: 'OVERRULED' });
  const [entry] = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `capture:${id}`));
  expect(entry).toMatchObject({ actor: 'ann@example.com', action: 'verdictOverrule' });
  expect((await checkInvariants(db)).filter(({ violations }) => violations.length > 0)).toEqual([]);
});

test('overrules add up, and taking one back leaves the others', async () => {
  const id = ids[2] as string;
  const before = await captureOf(id);
  await overrule(id);
  await overrule(id, { place: { positionId: '0010' } }, 'bob@example.com');
  expect((await captureOf(id)).score).toBe(1);
  await overrule(id, { verdict: null, reason: 'I mistook it' });
  const now = await captureOf(id);
  expect(await verdictOf(now.currentScoreId, '0001')).toMatchObject({ verdict: 'MISSING', overruleId: null });
  expect(await verdictOf(now.currentScoreId, '0010')).toMatchObject({ verdict: 'MATCH' });
  await overrule(id, { place: { positionId: '0010' }, verdict: null });
  expect((await captureOf(id)).score).toBe(before.score);
  expect(await overrule(id, { verdict: null })).toMatchObject({ problem: 'NOTHING_TO_TAKE_BACK' });
});

test("of two people at once one is first, and the other gets the first one's name", async () => {
  const id = ids[3] as string;
  const { currentScoreId: expectedScoreId } = await captureOf(id);
  const results = await Promise.all(
    ['ann@example.com', 'bob@example.com', 'cid@example.com'].map((by) =>
      overrule(id, { expectedScoreId }, by),
    ),
  );
  expect(results.filter((result) => 'scoreId' in result)).toHaveLength(1);
  const [refused] = results.filter((result) => 'problem' in result);
  expect(refused).toMatchObject({
    problem: 'SCORE_CHANGED',
    current: {
      source: 'OVERRULE',
      by: expect.stringMatching(/^(ann|bob|cid)@example\.com$/),
      at: expect.any(Date),
    },
  });
  expect(await db.$count(score, and(eq(score.captureId, id), eq(score.origin, 'OVERRULE')))).toBe(1);
});

test('an invalid overrule is refused with its reason and changes nothing', async () => {
  const id = ids[4] as string;
  const before = await captureOf(id);
  const problemOf = async (changes: Partial<Overrule>, of = id) => {
    const result = await overrule(of, changes);
    return 'problem' in result ? result.problem : null;
  };
  const nothing = '00000000-0000-7000-8000-000000000000';
  expect(await problemOf({ captureId: nothing })).toBe('CAPTURE_UNKNOWN');
  expect(await problemOf({ place: { positionId: '9999' } })).toBe('FINDING_UNKNOWN');
  expect(await problemOf({ place: { ordinal: 60 } })).toBe('FINDING_UNKNOWN');
  expect(await problemOf({ verdict: 'EXTRA' })).toBe('VERDICT_NOT_POSSIBLE');
  expect(await problemOf({ verdict: 'WAIVED' })).toBe('VERDICT_NOT_POSSIBLE');
  expect(await problemOf({ seenProductId: nothing })).toBe('PRODUCT_UNKNOWN');
  expect(await captureOf(id)).toEqual(before);
  await db.update(capture).set({ state: 'ARCHIVED', archivedAt: new Date() }).where(eq(capture.id, id));
  expect(await problemOf({})).toBe('NOT_UNDER_REVIEW');
});
