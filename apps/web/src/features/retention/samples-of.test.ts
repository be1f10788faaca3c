import { expect, test } from 'vitest';
import { samplesOf } from './samples-of.ts';

test('samples are told by kind, and kinds without any are left out', () => {
  expect(samplesOf({ missing: ['a'], damaged: [], orphaned: ['b', 5] })).toEqual([
    { kind: 'Missing', hashes: ['a'] },
    { kind: 'Orphaned', hashes: ['b'] },
  ]);
  expect(samplesOf(null)).toEqual([]);
});
