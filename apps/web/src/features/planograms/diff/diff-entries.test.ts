import { expect, test } from 'vitest';
import { keyDiff, shownEntries } from './diff-entries.ts';
import type { DiffEntry } from './read-diff.ts';

const place = (id: string) => ({
  positionId: id,
  shelfNumber: 1,
  sequence: 1,
  product: { id: `product ${id}`, name: id },
});
const entry = (kind: DiffEntry['kind'], from: string | null, to: string | null): DiffEntry => ({
  kind,
  words: kind,
  from: from === null ? null : place(from),
  to: to === null ? null : place(to),
  facings: null,
  size: null,
});
const facings = { from: { horizontal: 1, vertical: 1 }, to: { horizontal: 2, vertical: 1 } };
const size = { from: { widthMm: 80, heightMm: 200 }, to: { widthMm: 90, heightMm: 200 } };

const diff = keyDiff([
  entry('SAME', 'a', 'a'),
  { ...entry('SAME', 'b', 'b'), facings },
  { ...entry('MOVED', 'c', 'd'), facings, size },
  entry('DELISTED', 'd', null),
  entry('NEW', null, 'e'),
]);

test('a position with the same place but other facings is marked by what changed', () => {
  expect(diff.to.get('b')?.marks).toEqual(['FACINGS']);
  expect(diff.to.get('a')?.marks).toEqual(['SAME']);
  expect(diff.from.get('c')?.marks).toEqual(['MOVED', 'FACINGS', 'SIZE']);
});

test('the same id in both versions names two positions', () => {
  expect(diff.to.get('d')?.key).toBe(diff.from.get('c')?.key);
  expect(diff.from.get('d')?.key).not.toBe(diff.to.get('d')?.key);
});

test('without a filter, unchanged positions are left out', () => {
  expect(shownEntries(diff, null).map(({ entry: { kind } }) => kind)).toEqual([
    'SAME',
    'MOVED',
    'DELISTED',
    'NEW',
  ]);
  expect(shownEntries(diff, 'FACINGS')).toHaveLength(2);
  expect(shownEntries(diff, 'SAME')).toHaveLength(1);
});

test('counts are by mark, without marks that have no entries', () => {
  expect(diff.counts).toEqual([
    ['NEW', 1],
    ['DELISTED', 1],
    ['MOVED', 1],
    ['FACINGS', 2],
    ['SIZE', 1],
    ['SAME', 1],
  ]);
});
