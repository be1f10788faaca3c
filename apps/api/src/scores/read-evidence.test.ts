import { expect, test } from 'vitest';
import { readFacings, readFacingsJudged, readTags } from './read-evidence.ts';

const sight = {
  compared: 12,
  likeness: 0.82,
  needed: 0.45,
  lead: null,
  contrast: 0.9,
  brightness: 1.1,
  colour: 20,
  colourVariation: 8,
  occupancy: 0.97,
  foundBy: 'place',
};
const facing = {
  column: 0,
  row: 1,
  place: [0.1, 0.2, 0.3, 0.4],
  found: 'OTHER_PRODUCT',
  seenProductId: 'b',
  confidence: 0.7,
  candidates: [{ productId: 'b', score: 0.82 }],
  sight,
};

test('present evidence is read as it was written', () => {
  const tag = { text: '4001', box: [0, 0, 0.1, 0.1], productId: null, positionId: '1.2' };
  const evidence = { facingBoxes: [], facingsJudged: 3, facings: [facing], tags: [tag] };
  expect(readFacings(evidence)).toEqual([facing]);
  expect(readTags(evidence)).toEqual([tag]);
  expect(readFacingsJudged(evidence)).toBe(3);
});

test('evidence of earlier releases lacks parts, which differs from empty parts', () => {
  expect(readFacings({ facingBoxes: [], candidates: [] })).toBeNull();
  expect(readTags({})).toBeNull();
  expect(readFacingsJudged(null)).toBeNull();
  expect(readFacings({ facings: [] })).toEqual([]);
});

test('parts of an unexpected type are left out, and nothing throws', () => {
  expect(
    readFacings({
      facings: [
        { ...facing, found: 'NEW_WORD' },
        { ...facing, column: 'left' },
        {
          ...facing,
          place: [1, 2],
          confidence: '1',
          candidates: [{ score: 1 }],
          sight: { ...sight, needed: null },
        },
      ],
    }),
  ).toEqual([{ ...facing, place: null, confidence: null, candidates: [], sight: null }]);
  expect(readTags({ tags: [null, { text: 5 }, { text: 'x' }] })).toEqual([
    { text: 'x', box: null, productId: null, positionId: null },
  ]);
});
