import { expect, test } from 'vitest';
import { type MatchedFinding, matchPosition } from './match-position.ts';

const photo = { widthPx: 4000, heightPx: 3000 };
const names = new Map([
  ['a', 'Apple rings'],
  ['b', 'Beet crisps'],
]);
const match = (finding: Partial<MatchedFinding>) =>
  matchPosition(
    {
      positionId: '0001',
      verdict: 'MATCH',
      expectedProductId: 'a',
      seenProductId: 'a',
      facingsSeen: 1,
      confidence: 0.9,
      box: [0.25, 0.5, 0.1, 0.2],
      facingBoxes: [[0.25, 0.5, 0.1, 0.2]],
      ...finding,
    },
    photo,
    (id) => names.get(id),
  );
const unseen = { seenProductId: null, facingBoxes: [] };
const nothing = { positionId: '0001', box: null, label: '', confidence: 0 };

test('a detected product has its name and its box in pixels', () => {
  expect(match({ verdict: 'WRONG_PRODUCT', seenProductId: 'b' })).toEqual({
    positionId: '0001',
    box: [1000, 1500, 400, 600],
    label: 'Beet crisps',
    confidence: 0.9,
  });
});

test('a gap names the missing product, whatever facings a person counted there', () => {
  expect(match({ verdict: 'MISSING', ...unseen, facingsSeen: 0 }).label).toBe('Apple rings');
  expect(match({ verdict: 'MISSING', seenProductId: null }).label).toBe('Apple rings');
});

test.each(['UNKNOWN_PRODUCT', 'OCCUPIED'] as const)(
  '%s is a product without a name, not the planned one',
  (verdict) => expect(match({ verdict, seenProductId: null })).toMatchObject({ label: 'product' }),
);

test('a position that was not assessed, or without a known box, has no result', () => {
  expect(match({ verdict: 'NOT_ASSESSED', ...unseen, facingsSeen: null })).toEqual(nothing);
  expect(match({ verdict: 'NOT_VISIBLE', ...unseen, box: null })).toEqual(nothing);
  expect(match({ box: null })).toEqual(nothing);
});

test('a waived position shows what scoring had found there', () => {
  expect(match({ verdict: 'WAIVED' }).label).toBe('Apple rings');
  expect(match({ verdict: 'WAIVED', ...unseen, facingsSeen: 0 }).label).toBe('Apple rings');
  expect(match({ verdict: 'WAIVED', seenProductId: null, facingsSeen: 0 }).label).toBe('product');
  expect(match({ verdict: 'WAIVED', ...unseen, facingsSeen: null })).toEqual(nothing);
});
