import { expect, test } from 'vitest';
import { periodWords } from './period-words.ts';

test('a period may be open at either end, or at both', () => {
  expect(periodWords('2026-11-02T12:00:00Z', '2027-01-31T12:00:00Z')).toBe('2 Nov 2026 to 31 Jan 2027');
  expect(periodWords('2026-11-02T12:00:00Z', null)).toBe('from 2 Nov 2026');
  expect(periodWords(null, '2027-01-31T12:00:00Z')).toBe('until 31 Jan 2027');
  expect(periodWords(null, null)).toBe('no period');
});
