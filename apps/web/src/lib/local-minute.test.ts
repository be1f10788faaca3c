import { expect, test } from 'vitest';
import { fromLocalMinute, toLocalMinute } from './local-minute.ts';

test('a minute survives the round trip through the field, whatever the time zone of the browser', () => {
  const instant = new Date(2026, 2, 5, 7, 9).toISOString();
  expect(toLocalMinute(instant)).toBe('2026-03-05T07:09');
  expect(fromLocalMinute('2026-03-05T07:09')).toBe(instant);
});

test('an empty field is no bound', () => {
  expect(toLocalMinute(null)).toBe('');
  expect(fromLocalMinute('')).toBeNull();
});
