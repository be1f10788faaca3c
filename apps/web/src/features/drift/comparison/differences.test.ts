import { expect, test } from 'vitest';
import { differencesOf } from './differences.ts';
import type { VersionChange } from './read-version-diff.ts';

const change = (kind: VersionChange['kind'], more: Partial<VersionChange> = {}): VersionChange => ({
  kind,
  words: kind,
  facings: null,
  size: null,
  from: { positionId: 'a' },
  to: { positionId: 'b' },
  ...more,
});

test('an unchanged position is no difference, unless its facings or size change', () => {
  const entries = [
    change('SAME'),
    change('SAME', {
      from: { positionId: 'c' },
      to: { positionId: 'c' },
      facings: { from: { horizontal: 2 } },
    }),
  ];
  expect(differencesOf({ entries }).map(({ key, label }) => [key, label])).toEqual([
    ['c>c', 'Facings or size'],
  ]);
});

test('a position in only one version is marked in that version only', () => {
  const entries = [change('NEW', { from: null }), change('DELISTED', { to: null })];
  expect(differencesOf({ entries })).toMatchObject([
    { label: 'New', fromId: null, toId: 'b' },
    { label: 'Delisted', fromId: 'a', toId: null },
  ]);
});

test('a moved position has one key for both drawings', () => {
  expect(differencesOf({ entries: [change('MOVED')] })).toMatchObject([
    { key: 'a>b', fromId: 'a', toId: 'b', tone: 'moved' },
  ]);
});
