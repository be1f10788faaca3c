import { addScoredCapture, hashes } from '@gondola/testkit/capture-with-everything';
import { expect, test } from 'vitest';

import { type Credential, partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('capture');
const analyst = await api.signIn('analyst');
const { storeId, device } = await api.addStore('0421');
const captureId = await addScoredCapture(api.db, storeId);

const wholeCapture = `{
  id store { code } bay { aisle store { code } activeVersion { label } } state takenAt receivedAt taggedVersion
  planogramVersion { label shelves { shelfId number } positions { positionId product { sku name imageUrls } sequence } }
  photo { widthPx heightPx url thumbnailUrl } quality { shortSidePx sharpness flaws }
  currentScore { id score coverage strictRate unscoredReason qualityFlags tier modelId
    verdictCounts { verdict count }
    verdicts { id positionId verdict expected { sku } seen { sku } facingsPlanned facingsSeen confidence credit box
      facingBoxes candidates { product { sku } score } foundAtPositionId reason } }
  scores { score } attempts { ordinal tier provider outcome durationMs }
  history { revision fromState toState reason facts actor at } deadLetter { reason }
  conflicts { id claim } recaptureRequest { reasons closedAt }
}`;

test.each([
  ['an analyst', analyst],
  ['the device of its store', device],
])('%s reads a scored capture with all that hangs on it', async (_who, credential) => {
  const answer = await api.ask(
    `query ($id: ID!) { capture(id: $id) ${wholeCapture} }`,
    { id: captureId },
    credential,
  );
  expect(answer.errors).toEqual([]);
  expect(answer.data?.capture).toMatchObject({
    store: { code: '0421' },
    state: 'SCORED',
    planogramVersion: {
      label: 'v1',
      shelves: [{ shelfId: 's1', number: 1 }],
      positions: [
        { positionId: 'p1', product: { sku: '1', imageUrls: [] } },
        { positionId: 'p2', product: { sku: '2' } },
      ],
    },
    photo: {
      widthPx: 4032,
      heightPx: 3024,
      url: expect.stringContaining(`/images/${hashes.display}?`),
      thumbnailUrl: expect.stringContaining(`/images/${hashes.thumbnail}?`),
    },
    quality: { shortSidePx: 3024, flaws: ['TOO_BLURRED'] },
    currentScore: {
      score: 0,
      coverage: 0.5,
      strictRate: null,
      verdictCounts: expect.arrayContaining([{ verdict: 'MISSING', count: 1 }]),
      verdicts: [
        {
          positionId: 'p1',
          verdict: 'MISSING',
          expected: { sku: '1' },
          seen: null,
          facingsSeen: 0,
          credit: 0,
          box: null,
        },
        {
          positionId: 'p2',
          verdict: 'NOT_ASSESSED',
          facingsSeen: null,
          credit: null,
          box: [0.25, 0.5, 0.125, 0.25],
          facingBoxes: [[0, 0, 1, 1]],
          candidates: [{ product: { sku: '2' }, score: 0.5 }],
          foundAtPositionId: 'p1',
        },
      ],
    },
    scores: [{ score: 0 }, { score: null }],
    attempts: [{ ordinal: 1, tier: 3, provider: 'heuristic', outcome: 'OK' }],
    history: [{ revision: 0, fromState: null, toState: 'INGESTED', facts: { by: 'test' } }],
    deadLetter: null,
    conflicts: [{ claim: 'other bytes' }],
    recaptureRequest: { reasons: ['TOO_BLURRED'], closedAt: null },
  });
  expect(JSON.stringify(answer.data)).not.toContain(hashes.original);
});

test('a person without the right to read payloads cannot read those of captures and of conflicts', async () => {
  const ask = (field: string, credential: Credential) =>
    api.ask(`query ($id: ID!) { capture(id: $id) { ${field} } }`, { id: captureId }, credential);
  for (const field of ['payload', 'conflicts { payload }']) {
    const { errors } = await ask(field, analyst);
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await ask(field, device)).errors).toEqual([]);
  }
  const { data } = await ask('payload conflicts { payload }', await api.signIn('operator'));
  expect(data?.capture).toEqual({ payload: { store_id: '0421' }, conflicts: [{ payload: {} }] });
});

test('the address of a derivative does not give the original', async () => {
  const answer = await api.ask(
    'query ($id: ID!) { capture(id: $id) { photo { url } } }',
    { id: captureId },
    analyst,
  );
  const { photo } = partOf<{ photo: { url: string } }>(answer, 'capture');
  const original = await fetch(`${api.url}${photo.url.replace(hashes.display, hashes.original)}`);
  expect(original.status).toBe(403);
});

test.each([
  ['{ states: [SCORED] }', 1],
  ['{ states: [INGESTED, ARCHIVED] }', 0],
  ['{ states: [] }', 0],
  ['{ storeCode: "0421", aisle: " a1 " }', 1],
  ['{ aisle: "A2" }', 0],
  ['{ planogramVersion: "v1" }', 1],
  ['{ planogramVersion: "tagged" }', 0],
  ['{ scoreBelow: 0.1 }', 1],
  ['{ scoreBelow: 0 }', 0],
  ['{ scoreAtLeast: 0 }', 1],
  ['{ verdict: MISSING }', 1],
  ['{ verdict: EXTRA }', 0],
  ['{ takenAfter: "2026-11-24T04:59:59Z", takenBefore: "2026-11-24T06:00:01+01:00" }', 1],
  ['{ takenAfter: "2026-11-24T05:00:00Z" }', 0],
])('the filter %s finds %i', async (filter, count) => {
  const answer = await api.ask(
    `{ captures(filter: ${filter}) { totalCount edges { node { id } } } }`,
    {},
    analyst,
  );
  expect(answer.errors).toEqual([]);
  expect(answer.data?.captures).toMatchObject({ totalCount: count });
  expect(partOf<{ edges: unknown[] }>(answer, 'captures').edges).toHaveLength(count);
});

test('every node is found again by its global id', async () => {
  const answer = await api.ask(
    `query ($id: ID!) { capture(id: $id) { id store { id } bay { id } planogramVersion { id planogram { id }
       positions { product { id } } } currentScore { id } deadLetter { id } } }`,
    { id: captureId },
    analyst,
  );
  const ids = JSON.stringify(answer.data).match(/(?<="id":")[^"]+/g) ?? [];
  // The capture, its store, bay, version, planogram and score, and two products.
  expect(new Set(ids).size).toBe(8);
  for (const id of ids) {
    const found = await api.ask('query ($id: ID!) { node(id: $id) { id } }', { id }, analyst);
    expect(found.data, id).toEqual({ node: { id } });
  }
});
