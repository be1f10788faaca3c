import { expect, test } from 'vitest';
import { alignSequence } from './align-sequence.ts';

const pairsOf = (a: string, b: string) =>
  alignSequence(a.length, b.length, (i, j) => (a[i] === b[j] ? 0 : 0.5), 0.6).map(
    ([i, j]) => `${a[i] ?? ''}${b[j] ?? ''}`,
  );

test('equal sequences pair one to one', () => {
  expect(pairsOf('ABCD', 'ABCD')).toEqual(['AA', 'BB', 'CC', 'DD']);
});

test('a missing item is skipped and the rest keep their pairs', () => {
  expect(pairsOf('ABCD', 'ABD')).toEqual(['AA', 'BB', 'DD']);
  expect(pairsOf('BCD', 'ABCD')).toEqual(['BB', 'CC', 'DD']);
});

test('another item in an item’s place is paired with it', () => {
  expect(pairsOf('ABC', 'AXC')).toEqual(['AA', 'BX', 'CC']);
});

test('forbidden pairs are never made', () => {
  expect(alignSequence(2, 2, () => Number.POSITIVE_INFINITY, 0.6)).toEqual([]);
  expect(alignSequence(0, 3, () => 0, 0.6)).toEqual([]);
});
