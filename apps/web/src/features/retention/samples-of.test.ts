import { expect, test } from 'vitest';
import { samplesOf } from './samples-of.ts';

test('samples are grouped by kind, without empty kinds', () => {
  expect(samplesOf({ missing: ['a'], damaged: [], orphaned: ['b', 5] })).toEqual([
    { kind: 'Missing', hashes: ['a'] },
    { kind: 'Orphaned', hashes: ['b'] },
  ]);
  expect(samplesOf(null)).toEqual([]);
});
