import { detectionSet, score, silentDrift } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { afterAll, expect, test } from 'vitest';
import { activateVersion } from '../activate-version.ts';
import { addDrifted, addPreprocessed, addStore, addVersion } from '../version-world.testing.ts';
import { endSilentDrifts } from './end-silent-drifts.ts';
import { planActivation } from './plan-activation.ts';
import { previewActivation } from './preview-activation.ts';

const { db, url } = await createTestDatabase('activation_preview');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());
const { storeId } = world.device;

const spring = await addVersion(db, 'spring', ['A B C']);
const summer = await addVersion(db, 'summer', ['A C B']);
const autumn = await addVersion(db, 'autumn', ['C B A'], {
  effectiveFrom: new Date('2099-09-01T00:00:00Z'),
  effectiveTo: new Date('2099-12-01T00:00:00Z'),
});
const activate = async (label: string, aisle: string) => {
  const done = await db.transaction((tx) => activateVersion(tx, { label, storeId, aisle, actor: 'manager' }));
  if ('problem' in done) throw new Error(done.problem);
  return done.bayId;
};

test('the consequences of an activation are stated before it happens', async () => {
  await activate('spring', 'v1');
  await addDrifted(world, 'autumn', 'v1');
  await addPreprocessed(world, 'spring', 'v1');
  await addPreprocessed(world, 'summer', 'v1');
  const newStore = await addStore(db, '3001');
  const preview = await previewActivation(db, {
    versionId: autumn,
    scope: { aisle: 'v1', storeIds: [storeId, newStore], groupIds: [] },
    at: null,
    limit: 10,
  });
  expect(preview).toMatchObject({
    aisle: 'V1',
    bays: 2,
    baysUnchanged: 0,
    baysReplaced: 1,
    baysFirst: 1,
    baysNew: 1,
    capturesReleased: 1,
    capturesInFlight: 2,
    capturesToDrift: 1,
  });
  expect(preview.firstBays.map(({ storeId: id, activeVersionId }) => [id, activeVersionId])).toEqual([
    [storeId, spring],
    [newStore, null],
  ]);
  expect(preview.warnings.map(({ code }) => code)).toEqual(['NOT_YET_EFFECTIVE', 'BAYS_NEW']);
  await db.transaction((tx) =>
    planActivation(tx, {
      versionId: summer,
      scope: { aisle: 'v1', storeIds: [storeId], groupIds: [] },
      dueAt: new Date('2099-11-01T00:00:00Z'),
      actor: 'manager',
    }),
  );
  const late = await previewActivation(db, {
    versionId: autumn,
    scope: { aisle: 'v1', storeIds: [storeId], groupIds: [] },
    at: new Date('2099-12-03T00:00:00Z'),
    limit: 10,
  });
  expect(late.warnings).toEqual([
    {
      code: 'NO_LONGER_EFFECTIVE',
      message:
        'The version was meant to be followed until 2099-12-01 00:00 UTC only, 2 days before this activation.',
    },
    {
      code: 'OTHER_ACTIVATION_PLANNED',
      message: 'Another activation is planned for some of these bays.',
    },
  ]);
});

test('a silent drift ends when the version that the shelf followed becomes the active one', async () => {
  const bayId = await activate('spring', 'd1');
  const captureId = await addPreprocessed(world, 'spring', 'd1');
  const made = { captureId, tier: 3, modelId: 'm', configHash: 'c' };
  const [detections] = await db
    .insert(detectionSet)
    .values({ ...made, realogram: {}, inferenceMs: 1 })
    .returning();
  const [row] = await db
    .insert(score)
    .values({
      ...made,
      detectionSetId: detections?.id ?? '',
      versionId: spring,
      formulaVersion: 1,
      score: 0.4,
      coverage: 1,
      qualityFlags: [],
    })
    .returning();
  await db.insert(silentDrift).values({
    captureId,
    bayId,
    scoreId: row?.id ?? '',
    pinnedVersionId: spring,
    betterVersionId: summer,
    pinnedScore: 0.4,
    betterScore: 1,
    discriminatingFacings: 2,
    reason: 'summer fits',
  });
  expect(await endSilentDrifts(db)).toBe(0);
  const scope = { aisle: 'd1', storeIds: [storeId], groupIds: [] };
  const preview = await previewActivation(db, { versionId: summer, scope, at: null, limit: 0 });
  expect(preview).toMatchObject({ silentDriftsEnded: 1, firstBays: [] });
  await activate('summer', 'd1');
  expect(await endSilentDrifts(db)).toBe(1);
  expect(await db.select().from(silentDrift)).toMatchObject([
    { ending: 'RESOLVED_BY_ACTIVATION', endedBy: 'activation', endedAt: expect.any(Date) },
  ]);
  expect(await endSilentDrifts(db)).toBe(0);
});
