import { expect, test } from 'vitest';
import { retryDelaySeconds } from './quality-policy.ts';

test('each wait is four times the one before, with a fifth of jitter either way, and a day at most', () => {
  const waits = (random: number) =>
    [0, 1, 2].map((looks) => Math.round(retryDelaySeconds(60, looks, random)));
  expect(waits(0.5)).toEqual([60, 240, 960]);
  expect(waits(0)).toEqual([48, 192, 768]);
  expect(waits(1)).toEqual([72, 288, 1152]);
  expect(retryDelaySeconds(60, 10, 0.5)).toBe(86_400);
});
