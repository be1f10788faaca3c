import { expect, test } from 'vitest';
import { endOfDay, expiryRange, usualExpiry } from './expiry-day.ts';

const now = Date.parse('2026-11-24T23:30:00Z');

test('a waiver lasts 90 days by default, and ends with its last day', () => {
  expect(usualExpiry(now)).toBe('2027-02-22');
  expect(endOfDay('2027-02-22')).toBe('2027-02-22T23:59:59.000Z');
});

test('an empty field has no day, and the range is that of the API', () => {
  expect(endOfDay('')).toBeNull();
  expect(expiryRange(now)).toEqual({ first: '2026-11-25', last: '2028-11-22' });
});
