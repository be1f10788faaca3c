import { expect, test } from 'vitest';
import { captures, counted, countOrMore, days, photos } from './counts.ts';

test('a count of one has a singular noun, any other count a plural noun', () => {
  expect([days(1), photos(1), captures(1)]).toEqual(['1 day', '1 photo', '1 capture']);
  expect([days(30), photos(0), captures(1200)]).toEqual(['30 days', '0 photos', '1,200 captures']);
  expect(counted(2, 'entry', 'entries')).toBe('2 entries');
});

test('a count that was cut off says that there may be more', () => {
  expect([countOrMore(9_999, false), countOrMore(8_120, true)]).toEqual(['9,999', '8,120 or more']);
});
