import { expect, test } from 'vitest';
import type { VersionChange } from './compare-versions.ts';
import { differencesOf } from './differences.ts';

const change = (kind: VersionChange['kind'], more: Partial<VersionChange> = {}): VersionChange => ({
  kind,
  words: kind,
  facings: null,
  size: null,
  from: { id: 'a' },
  to: { id: 'b' },
  ...more,
});

test('what stays the same is no difference, unless its facings or size change', () => {
  const entries = [
    change('SAME'),
    change('SAME', { from: { id: 'c' }, to: { id: 'c' }, facings: { from: { horizontal: 2 } } }),
  ];
  expect(differencesOf({ entries }).map(({ key, word }) => [key, word])).toEqual([
    ['c>c', 'Facings or size'],
  ]);
});

test('a position that only one version has is marked in that one alone', () => {
  const entries = [change('NEW', { from: null }), change('DELISTED', { to: null })];
  expect(differencesOf({ entries })).toMatchObject([
    { word: 'New', fromId: null, toId: 'b' },
    { word: 'Delisted', fromId: 'a', toId: null },
  ]);
});

test('a moved position has one key for both drawings', () => {
  expect(differencesOf({ entries: [change('MOVED')] })).toMatchObject([
    { key: 'a>b', fromId: 'a', toId: 'b', tone: 'moved' },
  ]);
});
