import { expect, test } from 'vitest';
import { ago, duration, inUtc, inZone, until } from './time.ts';

test('a moment is on the clock of the store, across its change to winter time', () => {
  expect(inZone('2026-10-25T00:30:00Z', 'Europe/Berlin')).toBe('25 Oct 2026, 02:30');
  expect(inZone('2026-10-25T01:30:00Z', 'Europe/Berlin')).toBe('25 Oct 2026, 02:30');
});

test('UTC distinguishes moments that the clock of the store shows twice', () => {
  expect(inUtc('2026-10-25T01:30:09.123+01:00')).toBe('2026-10-25 00:30:09 UTC');
});

test('a duration has its two largest units, without zeros', () => {
  expect(duration(340)).toBe('340 ms');
  expect(duration(4_240)).toBe('4.2 s');
  expect(duration(185_000)).toBe('3 min 5 s');
  expect(duration(86_400_000)).toBe('1 d');
});

test('an age is never negative when clocks differ', () => {
  expect(ago('2026-01-01T00:00:10Z', Date.parse('2026-01-01T00:00:00Z'))).toBe('just now');
  expect(ago('2026-01-01T00:00:00Z', Date.parse('2026-01-01T03:10:00Z'))).toBe('3 h ago');
});

test('a due time has one unit, and is never in the past', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  expect(until('2025-12-31T23:59:00Z', now)).toBe('any moment');
  expect(until('2026-01-01T00:00:40Z', now)).toBe('in 40 s');
  expect(until('2026-01-01T00:03:10Z', now)).toBe('in 4 min');
  expect(until('2026-01-01T02:10:00Z', now)).toBe('in 3 h');
});
