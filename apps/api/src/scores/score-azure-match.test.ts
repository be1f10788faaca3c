import { capture, image, score, scoreFindings } from '@gondola/db';
import { addScoredCapture, hashes } from '@gondola/testkit/capture-with-everything';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Credential, partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('azure_match');
const analyst = await api.signIn('analyst');
const { storeId, device } = await api.addStore('0421');
const other = await api.addStore('0422');
const captureId = await addScoredCapture(api.db, storeId);
const [scored] = await api.db.select().from(capture).where(eq(capture.id, captureId));
const scoreId = scored?.currentScoreId ?? '';

const ask = (credential: Credential, spelling: string | null = null) =>
  api.ask(
    `query ($id: ID!, $spelling: AzureMatchSpelling) {
      capture(id: $id) { currentScore { azureMatch(spelling: $spelling) } } }`,
    { id: captureId, spelling },
    credential,
  );
const read = async (spelling: string | null = null) => {
  const answer = await ask(analyst, spelling);
  expect(answer.errors).toEqual([]);
  return partOf<{ currentScore: { azureMatch: string | null } }>(answer, 'capture').currentScore.azureMatch;
};

test('a score without detected positions lists its positions with nothing found', async () => {
  expect(JSON.parse((await read()) ?? '')).toEqual({
    matchedResultsPerPosition: [{ positionId: 'p1' }, { positionId: 'p2' }],
  });
});

test('the match has the same access rights as the capture', async () => {
  expect((await ask(device)).errors).toEqual([]);
  expect((await ask(other.device)).data?.capture).toBeNull();
  expect(JSON.stringify((await ask({})).errors)).toContain('UNAUTHENTICATED');
});

test('products have their names and pixels of the photo, extra ones are left out, in either spelling', async () => {
  const [row] = await api.db.select().from(scoreFindings).where(eq(scoreFindings.scoreId, scoreId));
  const [first, second] = row?.findings ?? [];
  const expectedId = (first as { expectedProductId: string }).expectedProductId;
  const box = [0.25, 0.5, 0.125, 0.25];
  const findings = [
    { ...first, box },
    { ...second, verdict: 'WRONG_PRODUCT', seenProductId: expectedId, facingsSeen: 0 },
    { ...second, positionId: null, expectedProductId: null, verdict: 'EXTRA', seenProductId: expectedId },
  ];
  await withFindings(findings);
  const found = (id: string) => ({ id, boundingBox: { x: 1008, y: 1512, w: 504, h: 756 } });
  expect(JSON.parse((await read()) ?? '')).toEqual({
    matchedResultsPerPosition: [
      {
        positionId: 'p1',
        detectedObject: { ...found('01'), classifications: [{ confidence: 0.5, label: 'Product 1' }] },
      },
      {
        positionId: 'p2',
        detectedObject: { ...found('02'), classifications: [{ confidence: 0.5, label: 'Product 1' }] },
      },
    ],
  });
  expect(JSON.parse((await read('REFERENCE')) ?? '')).toMatchObject({
    matchingResultPerPosition: [
      { detectedObject: { ...found('01'), tags: [{ name: 'Product 1', confidence: 0.5 }] } },
      { positionId: 'p2' },
    ],
  });
});

test('without the size of the photo there is no match', async () => {
  await api.db.update(image).set({ widthPx: null, heightPx: null }).where(eq(image.sha256, hashes.original));
  expect(await read()).toBeNull();
});

/** Makes another score of the capture current, because a score's findings are never changed. */
async function withFindings(findings: object[]): Promise<void> {
  const [before] = await api.db.select().from(score).where(eq(score.id, scoreId));
  if (!before) throw new Error('the capture has no score');
  const { id: _, createdAt: __, ...same } = before;
  const [made] = await api.db.insert(score).values(same).returning();
  if (!made) throw new Error('no score was written');
  await api.db.insert(scoreFindings).values({ scoreId: made.id, verdictCounts: {}, findings });
  await api.db.update(capture).set({ currentScoreId: made.id }).where(eq(capture.id, captureId));
}
