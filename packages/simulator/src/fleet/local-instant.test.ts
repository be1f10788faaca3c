import { expect, test } from 'vitest';
import { localInstant } from './local-instant.ts';

test('an instant is written in the store’s time zone, with the offset of that day', () => {
  expect(localInstant(new Date('2026-11-23T08:15:02.431Z'), 'Europe/Berlin')).toBe(
    '2026-11-23T09:15:02.431+01:00',
  );
  expect(localInstant(new Date('2026-07-01T23:59:59.007Z'), 'Europe/Berlin')).toBe(
    '2026-07-02T01:59:59.007+02:00',
  );
  expect(localInstant(new Date('2026-01-01T02:00:00Z'), 'America/St_Johns')).toBe(
    '2025-12-31T22:30:00.000-03:30',
  );
});

test('the repeated hour in autumn is distinguished by its offset', () => {
  expect(localInstant(new Date('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe(
    '2026-10-25T02:30:00.000+02:00',
  );
  expect(localInstant(new Date('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe(
    '2026-10-25T02:30:00.000+01:00',
  );
});
