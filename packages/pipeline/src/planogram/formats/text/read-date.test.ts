import { expect, test } from 'vitest';
import { readDate } from './read-date.ts';

test.each([
  ['2026-11-23', '2026-11-23T00:00:00Z', 'midnight'],
  ['20261123', '2026-11-23T00:00:00Z', 'midnight'],
  ['23.11.2026', '2026-11-23T00:00:00Z', 'midnight'],
  ['11/23/2026', '2026-11-23T00:00:00Z', 'midnight'],
  ['23/11/2026', '2026-11-23T00:00:00Z', 'midnight'],
  ['04/05/2026', '2026-04-05T00:00:00Z', 'day order'],
  ['4/5/2026 1:30:00 PM', '2026-04-05T13:30:00Z', 'day order'],
  ['11/23/2026 12:05 AM', '2026-11-23T00:05:00Z', null],
  ['2026-11-23T06:00:00+01:00', '2026-11-23T06:00:00+01:00', null],
  ['2026-11-23 06:00', '2026-11-23T06:00:00Z', null],
  ['46349', '2026-11-23T00:00:00Z', 'midnight'],
  ['46349.25', '2026-11-23T06:00:00Z', null],
])('%s is %s', (text, iso, assumed) => {
  expect(readDate(text)).toEqual({ iso, assumed });
});

test.each(['', ' ', '0', '12/30/1899', '1899-12-30'])('%j means no date', (text) => {
  expect(readDate(text)).toEqual({ none: true });
});

test.each(['soon', '2026-02-30', '31/31/2026', '2026-11-23T25:00', '123456', '99999'])(
  '%j is no date',
  (text) => {
    expect(readDate(text)).toEqual({ unreadable: true });
  },
);
