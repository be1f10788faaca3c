import { capture, detectionSet } from '@gondola/db';
import { addScoredCapture } from '@gondola/testkit/capture-with-everything';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('covered');
const manager = await api.signIn('category_manager');
const { storeId } = await api.addStore('0421');
const captureId = await addScoredCapture(api.db, storeId);

interface Answer {
  currentScore: { coveredRegions: { outlines: number[][] }[] | null };
}
const read = async () => {
  const query = 'query ($id: ID!) { capture(id: $id) { currentScore { coveredRegions { outlines } } } }';
  const answer = await api.ask(query, { id: captureId }, manager);
  return partOf<Answer>(answer, 'capture').currentScore.coveredRegions;
};

/** Gives the capture new detections, and a score of them by way of an overrule. */
async function scoreAgain(covered: unknown): Promise<void> {
  const realogram = {
    detections: [],
    planogramToPhoto: null,
    truncated: false,
    ...(covered ? { covered } : {}),
  };
  const [set] = await api.db
    .insert(detectionSet)
    .values({ captureId, tier: 3, modelId: 'm', configHash: 'h', realogram, inferenceMs: 1 })
    .returning();
  const [row] = await api.db
    .update(capture)
    .set({ detectionSetId: set?.id ?? null })
    .where(eq(capture.id, captureId))
    .returning();
  const input = {
    captureId,
    positionId: 'p1',
    verdict: 'MATCH',
    reason: 'it is there',
    expectedScoreId: row?.currentScoreId,
  };
  const mutation = `mutation ($input: VerdictOverruleInput!) { verdictOverrule(input: $input) { userErrors { code } } }`;
  const answer = partOf<{ userErrors: unknown[] }>(
    await api.ask(mutation, { input }, manager),
    'verdictOverrule',
  );
  expect(answer.userErrors).toEqual([]);
}

test('detections of an earlier release say nothing about cover: null, not an empty list', async () => {
  await scoreAgain(null);
  expect(await read()).toBeNull();
});

test('a score has the covered regions of its detections; broken ones are left out', async () => {
  const outline = [0.1, 0.2, 0.5, 0.2, 0.5, 1];
  await scoreAgain([{ outlines: [outline, [0, 1], ['x', 1, 2, 3, 4, 5]] }, 'nonsense']);
  expect(await read()).toEqual([{ outlines: [outline] }]);
});

test('a bay with nothing in front of it has no regions', async () => {
  await scoreAgain([]);
  expect(await read()).toEqual([]);
});
