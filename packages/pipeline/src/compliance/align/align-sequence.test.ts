import { expect, test } from 'vitest';
import { alignSequence } from './align-sequence.ts';

const pairsOf = (a: string, b: string) =>
  alignSequence(a.length, b.length, (i, j) => (a[i] === b[j] ? 0 : 0.5), 0.6).map(
    ([i, j]) => `${a[i] ?? ''}${b[j] ?? ''}`,
  );

test('equal sequences pair one to one', () => {
  expect(pairsOf('ABCD', 'ABCD')).toEqual(['AA', 'BB', 'CC', 'DD']);
});

test('a missing item is passed over and the rest keep their partners', () => {
  expect(pairsOf('ABCD', 'ABD')).toEqual(['AA', 'BB', 'DD']);
  expect(pairsOf('BCD', 'ABCD')).toEqual(['BB', 'CC', 'DD']);
});

test('a stranger in an item’s place is paired with it', () => {
  expect(pairsOf('ABC', 'AXC')).toEqual(['AA', 'BX', 'CC']);
});

test('pairs that may not be are never made', () => {
  expect(alignSequence(2, 2, () => Number.POSITIVE_INFINITY, 0.6)).toEqual([]);
  expect(alignSequence(0, 3, () => 0, 0.6)).toEqual([]);
});
