import { expect, test } from 'vitest';
import type { ListedPlanogram } from './list-planograms.ts';
import { searchPlanograms } from './search-planograms.ts';

const planogram = (code: string, ...labels: string[]): ListedPlanogram => ({
  id: code,
  code,
  name: `Shelf of ${code}`,
  versions: labels.map((label) => ({
    id: label,
    label,
    effectiveFrom: null,
    effectiveTo: null,
    createdAt: '2026-11-24T08:00:00Z',
    createdBy: null,
    sourceFormat: 'csv',
    facts: { positions: 1, facings: 1, activeBays: 0, expired: false },
  })),
});
const all = [planogram('tea', 'tea-2', 'tea-1'), planogram('coffee', 'autumn-1', 'spring-1')];
const labelsOf = (found: ListedPlanogram[]) =>
  found.map(({ versions }) => versions.map(({ label }) => label));

test('a name or code that fits shows the planogram with all its versions', () => {
  expect(labelsOf(searchPlanograms(all, ' COFFEE '))).toEqual([['autumn-1', 'spring-1']]);
});

test('a label that fits shows that version alone', () => {
  expect(labelsOf(searchPlanograms(all, 'spring'))).toEqual([['spring-1']]);
  expect(searchPlanograms(all, 'winter')).toEqual([]);
});

test('no words show everything', () => {
  expect(searchPlanograms(all, '  ')).toHaveLength(2);
});
