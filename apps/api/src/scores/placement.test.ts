import { bay, capture, detectionSet, score } from '@gondola/db';
import { addScoredCapture } from '@gondola/testkit/capture-with-everything';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('placement');
const analyst = await api.signIn('analyst');
const { storeId } = await api.addStore('0421');
const captureId = await addScoredCapture(api.db, storeId);
const [other] = await api.db.insert(bay).values({ storeId, aisle: 'B7' }).returning();

const read = async () => {
  const query =
    'query ($id: ID!) { capture(id: $id) { currentScore { placementProblem likelyBay { aisle store { code } } } } }';
  const answer = await api.ask(query, { id: captureId }, analyst);
  return partOf<{ currentScore: unknown }>(answer, 'capture').currentScore;
};

test('a score of a placed photo has no placement problem', async () => {
  expect(await read()).toEqual({ placementProblem: null, likelyBay: null });
});

test('a score of a photo of another bay names the reason and that bay', async () => {
  const [first] = await api.db.select().from(score).where(eq(score.captureId, captureId));
  if (!first) throw new Error('the capture has no score');
  const { modelId, configHash, versionId } = first;
  const about = { captureId, tier: 3, modelId, configHash, versionId };
  const [set] = await api.db
    .insert(detectionSet)
    .values({
      ...about,
      realogram: {},
      placementProblem: 'OTHER_BAY',
      likelyBayId: other?.id ?? null,
      inferenceMs: 1,
    })
    .returning();
  const [row] = await api.db
    .insert(score)
    .values({ ...first, id: undefined, detectionSetId: set?.id ?? '' })
    .returning();
  await api.db
    .update(capture)
    .set({ currentScoreId: row?.id ?? null })
    .where(eq(capture.id, captureId));
  expect(await read()).toEqual({
    placementProblem: 'OTHER_BAY',
    likelyBay: { aisle: 'B7', store: { code: '0421' } },
  });
});
