import { auditLog, capture, detectionSet, plannedActivation, silentDrift } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { importEditions, seenAsPlanned } from '@gondola/testkit/scored-captures';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { actorNamed } from '../../audit/actor.ts';
import { readNeighbours } from '../../planogram-versions/read-neighbours.ts';
import { readPlanogram } from '../../planogram-versions/read-planogram.ts';
import type { Realogram } from '../../realogram.ts';
import { advance } from '../../runner/advance.ts';
import { loadScore } from '../../stages/score/load-score.ts';
import { saveScore } from '../../stages/score/save-score.ts';
import { score } from '../../stages/score/score.ts';
import { dismissSilentDrift } from './dismiss-silent-drift.ts';
import { endSilentDrift } from './end-silent-drift.ts';
import { listSilentDriftGroups } from './list-silent-drift-groups.ts';

const { db, url } = await createTestDatabase('silent_drift');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

const { firstId, secondId, bayId } = await importEditions(db, world.device);
const [first, second] = [await readPlanogram(db, firstId), await readPlanogram(db, secondId)];

/** Scores a capture that is pinned to the first edition, as the pipeline does. */
async function scoreLive(realogram: Realogram): Promise<string> {
  const [id, detectionSetId] = [v7(), v7()];
  await db.insert(capture).values({
    id,
    storeId: world.device.storeId,
    bayId,
    deviceKeyId: world.device.deviceKeyId,
    keyVersion: 1,
    idempotencyKey: Buffer.from(id),
    payload: {},
    takenAt: new Date(),
    taggedVersion: 'snacks-2026-47',
    state: 'TIER_1_INFERENCE',
    pinnedVersionId: firstId,
    detectionSetId,
    tier: 1,
  });
  const made = { tier: 1, modelId: 'm', configHash: 'h', inferenceMs: 1, versionId: firstId };
  await db.insert(detectionSet).values({ id: detectionSetId, captureId: id, ...made, realogram });
  const input = await loadScore(db, id);
  if (!input) throw new Error('nothing to score');
  const outcome = await score(input);
  if (outcome.kind !== 'advance') throw new Error('not scored');
  const { to, reason, facts, result } = outcome;
  await advance(
    db,
    world.intake.queue,
    { id, state: 'TIER_1_INFERENCE', revision: 0 },
    { to, reason, facts, actor: 'test', write: (tx) => saveScore(tx, id, result) },
  );
  return id;
}

const none = () => false;
const driftOf = async (id: string) =>
  (await db.select().from(silentDrift).where(eq(silentDrift.captureId, id)))[0];

test('a shelf that follows its own plan records no drift, even with a few empty slots', async () => {
  const tidy = await scoreLive(seenAsPlanned(first, none));
  const sold = await scoreLive(seenAsPlanned(first, (id) => Number(id) % 8 === 0));
  expect([await driftOf(tidy), await driftOf(sold)]).toEqual([undefined, undefined]);
});

test('a shelf that follows the next edition is recorded with both scores, in the transaction of its score', async () => {
  const id = await scoreLive(seenAsPlanned(second, none));
  const [row] = await db.select().from(capture).where(eq(capture.id, id));
  const drift = await driftOf(id);
  expect(drift).toMatchObject({
    bayId,
    scoreId: row?.currentScoreId,
    pinnedVersionId: firstId,
    betterVersionId: secondId,
    pinnedScore: row?.score,
    betterScore: 1,
    discriminatingFacings: 12,
    endedAt: null,
  });
  expect(drift?.reason).toContain('12 of 12 facings');
  expect(row?.state).toBe('SCORED');
});

test('items of one bay and pair of versions form one group, which a person can dismiss', async () => {
  const latest = await scoreLive(seenAsPlanned(second, (id) => id === '0001'));
  await scoreLive(seenAsPlanned(first, none));
  const [group, ...more] = await listSilentDriftGroups(db);
  expect(more).toEqual([]);
  expect(group).toMatchObject({
    bayId,
    pinnedVersionId: firstId,
    betterVersionId: secondId,
    count: 2,
    latestCaptureId: latest,
  });
  expect(group?.meanBetterScore).toBeGreaterThan(group?.meanPinnedScore ?? 1);

  const named = { bayId, pinnedVersionId: firstId, betterVersionId: secondId };
  const dismiss = () =>
    dismissSilentDrift(db, actorNamed('ann@example.com'), { ...named, reason: 'a promotion' });
  expect(await dismiss()).toEqual({ dismissed: 2 });
  expect(await dismiss()).toEqual({ problem: 'NOTHING_TO_DISMISS' });
  expect(await listSilentDriftGroups(db)).toEqual([]);
  const entries = await db.select().from(auditLog).where(eq(auditLog.action, 'silentDriftDismiss'));
  expect(entries).toMatchObject([
    { actor: 'ann@example.com', facts: { dismissed: 2, reason: 'a promotion' } },
  ]);
});

test('a batch that scores captures against the other version ends their drift, once', async () => {
  const ids = [await scoreLive(seenAsPlanned(second, none)), await scoreLive(seenAsPlanned(second, none))];
  const [batchId] = [v7()];
  const end = () =>
    db.transaction((tx) => endSilentDrift(tx, ids, { ending: 'SCORED_AGAINST_OTHER', by: 'ann', batchId }));
  expect(await end()).toBe(2);
  expect(await end()).toBe(0);
  expect(await driftOf(ids[0] as string)).toMatchObject({
    ending: 'SCORED_AGAINST_OTHER',
    batchId,
    endedBy: 'ann',
  });
});

test('the neighbours of a pinned version are those of the bay and of its planogram, each once', async () => {
  const of = { bayId, versionId: firstId, takenAt: new Date() };
  expect((await readNeighbours(db, of)).map(({ versionId }) => versionId)).toEqual([secondId]);
  await db.insert(plannedActivation).values({
    versionId: secondId,
    scope: { aisle: 'A12-B03', storeIds: [world.device.storeId], groupIds: [] },
    dueAt: new Date('2027-01-01T00:00:00Z'),
    createdBy: 'test',
  });
  expect((await readNeighbours(db, of)).map(({ versionId }) => versionId)).toEqual([secondId]);
  const back = await readNeighbours(db, { ...of, versionId: secondId });
  expect(back.map(({ versionId }) => versionId)).toEqual([firstId]);
});
