import { expect, test } from 'vitest';
import { fromLocalMinute, toLocalMinute } from './local-minute.ts';

test('a minute goes into the field and comes back as the same instant, whatever the clock of the browser', () => {
  const instant = new Date(2026, 2, 5, 7, 9).toISOString();
  expect(toLocalMinute(instant)).toBe('2026-03-05T07:09');
  expect(fromLocalMinute('2026-03-05T07:09')).toBe(instant);
});

test('an empty field is no bound', () => {
  expect(toLocalMinute(null)).toBe('');
  expect(fromLocalMinute('')).toBeNull();
});
