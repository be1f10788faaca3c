import { expect, test } from 'vitest';
import { creditOf, type ScoredPosition, scorePositions } from './score.ts';

const position = (weight: number, parts: ScoredPosition['parts'], matched = 0): ScoredPosition => ({
  weight,
  parts,
  facingsJudged: weight,
  facingsMatched: matched,
});
const full = { identity: 1, shelf: 1, order: 1, facings: 1 };
const none = { identity: 0, shelf: 0, order: 0, facings: 0 };

test('credit is half for identity, a fifth each for shelf and order, a tenth for facings', () => {
  expect(creditOf(full)).toBe(1);
  expect(creditOf({ ...none, identity: 1 })).toBe(0.5);
  expect(creditOf({ ...none, shelf: 1 })).toBe(0.2);
  expect(creditOf({ ...none, order: 1 })).toBe(0.2);
  expect(creditOf({ ...none, facings: 0.5 })).toBe(0.05);
});

test('positions weigh by their facings, and what could not be assessed only lowers coverage', () => {
  const sheet = scorePositions([position(3, full, 3), position(1, none), position(4, null)]);
  expect(sheet).toEqual({
    score: 0.75,
    coverage: 0.5,
    components: {
      onShelfAvailability: 0.75,
      rightShelfRate: 0.75,
      rightPlaceRate: 0.75,
      facingsAccuracy: 0.75,
      strictRate: 0.75,
    },
  });
});

test('without assessable positions there is no score, neither 0 nor 1', () => {
  for (const positions of [[], [position(2, null)]]) {
    expect(scorePositions(positions)).toMatchObject({
      score: null,
      coverage: 0,
      components: { strictRate: null },
    });
  }
});
