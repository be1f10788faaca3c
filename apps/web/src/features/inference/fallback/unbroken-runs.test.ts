import { expect, test } from 'vitest';
import { topOfScale, unbrokenRuns } from './unbroken-runs.ts';

test('the line breaks at unknown values and continues after them', () => {
  expect(unbrokenRuns([null, 0, 0.5, null, null, 1])).toEqual([
    [
      { at: 1, rate: 0 },
      { at: 2, rate: 0.5 },
    ],
    [{ at: 5, rate: 1 }],
  ]);
  expect(unbrokenRuns([null])).toEqual([]);
});

test('the scale includes the threshold with room above, and all values above it', () => {
  expect(topOfScale([null, 0], 0.15)).toBe(0.3);
  expect(topOfScale([0.31], 0.15)).toBe(0.5);
  expect(topOfScale([1], 0.15)).toBe(1);
});
