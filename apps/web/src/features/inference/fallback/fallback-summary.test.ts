import { expect, test } from 'vitest';
import { summariseFallback } from './fallback-summary.ts';

const point = (from: string, tiers: [number, number, number], fallbackRate: number | null) => ({
  from,
  tier1: tiers[0],
  tier2: tiers[1],
  tier3: tiers[2],
  fallbackRate,
});

test('the rate of a window weighs each point by its photos; points without a photo have no weight', () => {
  const points = [
    point('a', [9, 0, 0], 0),
    point('b', [0, 0, 0], null),
    point('c', [0, 0, 1], 1),
    point('d', [17, 3, 0], 0.15),
  ];
  expect(summariseFallback(points, 0.15)).toEqual({
    captures: 30,
    byTier: [26, 3, 1],
    rate: expect.closeTo(4 / 30),
    peak: points[2],
    above: 1,
  });
});

test('a window without a photo has no rate, which is not a rate of 0', () => {
  expect(summariseFallback([point('a', [0, 0, 0], null)], 0.15)).toMatchObject({
    captures: 0,
    rate: null,
    peak: null,
    above: 0,
  });
});
