import { expect, test } from 'vitest';
import { retryDelaySeconds } from './retry-delay-seconds.ts';

test('each delay is four times the previous one, with 20 % of jitter either way, and at most a day', () => {
  const delays = (random: number) =>
    [0, 1, 2].map((attempts) => Math.round(retryDelaySeconds(60, attempts, random)));
  expect(delays(0.5)).toEqual([60, 240, 960]);
  expect(delays(0)).toEqual([48, 192, 768]);
  expect(delays(1)).toEqual([72, 288, 1152]);
  expect(retryDelaySeconds(60, 10, 0.5)).toBe(86_400);
});
