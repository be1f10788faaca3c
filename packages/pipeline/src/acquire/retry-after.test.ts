import { expect, test } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

test.each([
  ['120', 120],
  [' 7 ', 7],
  ['Thu, 01 Jan 2026 00:01:30 GMT', 90],
  ['0', 1],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 1],
  ['99999999', 900],
])('"%s" means %d seconds', (header, seconds) => {
  expect(retryAfterSeconds(header, now)).toBe(seconds);
});

test.each([[undefined], ['soon'], ['-5'], [['1', '2']], ['']])('%j says nothing', (header) => {
  expect(retryAfterSeconds(header, now)).toBeNull();
});
