import { auditLog, capture, detectionSet, plannedActivation, silentDrift } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import type { Realogram } from '../../inference/realogram.ts';
import { importEditions, seenAsPlanned } from '../../reprocess/scored-captures.testing.ts';
import { advance } from '../../runner/advance.ts';
import { score } from '../../stages/score.ts';
import { loadScore } from '../../store/load-score.ts';
import { readNeighbours } from '../../store/read-neighbours.ts';
import { readPlanogram } from '../../store/read-planogram.ts';
import { saveScore } from '../../store/save-score.ts';
import { tinyWorld } from '../../testing.ts';
import { dismissSilentDrift } from './dismiss-silent-drift.ts';
import { endSilentDrift } from './end-silent-drift.ts';
import { listSilentDriftGroups } from './list-silent-drift-groups.ts';

const { db, url } = await createTestDatabase('silent_drift');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

const { firstId, secondId, bayId } = await importEditions(db, world.device);
const [first, second] = [await readPlanogram(db, firstId), await readPlanogram(db, secondId)];

/** A capture pinned to the first edition whose detections are there, scored as the pipeline does. */
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

test('a shelf that follows its own plan raises nothing, nor does one with a few empty places', async () => {
  const tidy = await scoreLive(seenAsPlanned(first, none));
  const sold = await scoreLive(seenAsPlanned(first, (id) => Number(id) % 8 === 0));
  expect([await driftOf(tidy), await driftOf(sold)]).toEqual([undefined, undefined]);
});

test('a shelf laid by the next edition is told with both scores, in the transaction of its score', async () => {
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

test('items of one bay and pair of versions are one group, which a person dismisses', async () => {
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

  const of = { bayId, pinnedVersionId: firstId, betterVersionId: secondId };
  const by = { actor: 'ann@example.com', reason: 'a promotion', facts: {} };
  expect(await db.transaction((tx) => dismissSilentDrift(tx, of, by))).toBe(2);
  expect(await db.transaction((tx) => dismissSilentDrift(tx, of, by))).toBe(0);
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

test('the versions beside a pinned one are those of the bay and of its planogram, each once', async () => {
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
