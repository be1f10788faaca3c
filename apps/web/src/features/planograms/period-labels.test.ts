import { expect, test } from 'vitest';
import { periodLabel } from './period-labels.ts';

test('a period may be open at either end, or at both', () => {
  expect(periodLabel('2026-11-02T12:00:00Z', '2027-01-31T12:00:00Z')).toBe('2 Nov 2026 to 31 Jan 2027');
  expect(periodLabel('2026-11-02T12:00:00Z', null)).toBe('from 2 Nov 2026');
  expect(periodLabel(null, '2027-01-31T12:00:00Z')).toBe('until 31 Jan 2027');
  expect(periodLabel(null, null)).toBe('no period');
});
