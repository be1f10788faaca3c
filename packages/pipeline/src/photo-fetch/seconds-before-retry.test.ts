import { expect, test } from 'vitest';
import { secondsBeforeRetry } from './seconds-before-retry.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

test.each([
  ['120', 120],
  ['Thu, 01 Jan 2026 00:01:30 GMT', 90],
  ['0', 1],
  ['99999999', 900],
])('a Retry-After of "%s" delays by %d s', (header, seconds) => {
  expect(secondsBeforeRetry(header, now)).toBe(seconds);
});

test('a missing Retry-After is null', () => {
  expect(secondsBeforeRetry(undefined, now)).toBeNull();
});
