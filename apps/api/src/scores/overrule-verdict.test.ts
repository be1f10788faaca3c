import { capture, detectionSet } from '@gondola/db';
import { addScoredCapture } from '@gondola/testkit/capture-with-everything';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('overrule');
const manager = await api.signIn('category_manager');
const { storeId } = await api.addStore('0421');
const captureId = await addScoredCapture(api.db, storeId);

// Detections that can be assessed again: an empty set.
const [set] = await api.db
  .insert(detectionSet)
  .values({
    captureId,
    tier: 3,
    modelId: 'm',
    configHash: 'h',
    realogram: { detections: [], planogramToPhoto: null, truncated: false },
    inferenceMs: 1,
  })
  .returning();
const [before] = await api.db.select().from(capture).where(eq(capture.id, captureId));
const firstScoreId = before?.currentScoreId ?? '';
await api.db
  .update(capture)
  .set({ detectionSetId: set?.id ?? null })
  .where(eq(capture.id, captureId));

const mutation = `mutation ($input: VerdictOverruleInput!) { verdictOverrule(input: $input) {
  score { id origin author score parent { id } verdicts { positionId verdict ordinal
    overrule { verdict author reason } waiver { id } machine { verdict } } }
  capture { currentScore { id } } userErrors { code message field } } }`;
interface Answer {
  score: {
    id: string;
    origin: string;
    author: string;
    score: number | null;
    verdicts: { positionId: string; verdict: string; overrule: object | null; machine: object | null }[];
  } | null;
  capture: { currentScore: { id: string } } | null;
  userErrors: { code: string; message: string }[];
}
const rule = async (changes: object) => {
  const input = { captureId, positionId: 'p1', verdict: 'MATCH', reason: 'it is there', ...changes };
  return partOf<Answer>(await api.ask(mutation, { input }, manager), 'verdictOverrule');
};

test("a person overrules a verdict; the new score names the person, the earlier score and scoring's own finding", async () => {
  const { score: ruled, capture: now, userErrors } = await rule({ expectedScoreId: firstScoreId });
  expect(userErrors).toEqual([]);
  expect(ruled).toMatchObject({
    origin: 'OVERRULE',
    author: 'manager@demo.gondola.local',
    score: 1,
    parent: { id: expect.any(String) },
  });
  expect(now?.currentScore.id).toBe(ruled?.id);
  const verdict = ruled?.verdicts.find(({ positionId }) => positionId === 'p1');
  expect(verdict).toMatchObject({
    verdict: 'MATCH',
    overrule: { verdict: 'MATCH', author: 'manager@demo.gondola.local', reason: 'it is there' },
    waiver: null,
  });
});

test('a person who overrules an outdated score learns who changed it, and nothing is done', async () => {
  const { score: none, userErrors } = await rule({ expectedScoreId: firstScoreId });
  expect(none).toBeNull();
  expect(userErrors).toMatchObject([
    {
      code: 'SCORE_CHANGED',
      message: expect.stringContaining('manager@demo.gondola.local overruled a verdict of this capture on'),
      field: ['expectedScoreId'],
    },
  ]);
});

test('input without a finding or without content is refused', async () => {
  const codes = async (changes: object) =>
    (await rule({ expectedScoreId: firstScoreId, ...changes })).userErrors.map(({ code }) => code);
  expect(await codes({ reason: ' ' })).toEqual(['FIELD_BLANK']);
  expect(await codes({ positionId: null })).toEqual(['FINDING_UNKNOWN']);
  expect(await codes({ ordinal: 0 })).toEqual(['FINDING_UNKNOWN']);
  expect(await codes({ seenProductId: 'nonsense' })).toEqual(['PRODUCT_UNKNOWN']);
  expect(await codes({ captureId: 'nonsense' })).toEqual(['CAPTURE_UNKNOWN']);
  expect(await codes({ expectedScoreId: 'nonsense' })).toEqual(['SCORE_UNKNOWN']);
});

test('two scores of a capture are compared; one of another capture is not', async () => {
  const query = `query ($id: ID!, $a: ID!, $b: ID!) { capture(id: $id) { scores { id origin author }
    compareScores(a: $a, b: $b) { score same changed onlyBefore onlyAfter moves { from to count }
      positions { kind before { verdict } after { verdict } } } } }`;
  const [row] = await api.db.select().from(capture).where(eq(capture.id, captureId));
  const compare = async (b: string) =>
    partOf<{ compareScores: object | null }>(
      await api.ask(query, { id: captureId, a: firstScoreId, b }, manager),
      'capture',
    ).compareScores;
  expect(await compare(row?.currentScoreId ?? '')).toMatchObject({
    score: 1,
    changed: expect.any(Number),
    moves: expect.arrayContaining([{ from: 'MISSING', to: 'MATCH', count: 1 }]),
  });
  expect(await compare('00000000-0000-7000-8000-000000000000')).toBeNull();
});
