import { expect, test } from 'vitest';
import { readRetryAfterMs } from './retry-after.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

test.each([
  ['120', 120_000],
  [' 7 ', 7_000],
  ['0', 0],
  ['Thu, 01 Jan 2026 00:01:30 GMT', 90_000],
  ['Thursday, 01-Jan-26 00:01:30 GMT', 90_000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
])('"%s" is %d ms', (header, ms) => {
  expect(readRetryAfterMs(header, now)).toBe(ms);
});

test.each([[undefined], ['soon'], ['-5'], ['1.5'], [['1', '2']], [''], ['2026-01-01T00:01:30Z']])(
  '%j gives no time',
  (header) => {
    expect(readRetryAfterMs(header, now)).toBeNull();
  },
);
