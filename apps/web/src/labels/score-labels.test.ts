import { expect, test } from 'vitest';
import { points } from './score-labels.ts';

test('a difference of scores is in points with its sign', () => {
  expect([0.0321, -0.005, 0, 0.0004, -1].map(points)).toEqual(['+3.2', '−0.5', '±0', '±0', '−100']);
});
