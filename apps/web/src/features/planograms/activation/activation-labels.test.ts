import { expect, test } from 'vitest';
import { consequenceSentences, outcomeLabel, scopeOfActivation } from './activation-labels.ts';

const nothing = {
  aisle: 'D01',
  at: '2026-11-24T08:00:00Z',
  baysTotal: 0,
  baysUnchanged: 0,
  baysReplaced: 0,
  baysFirst: 0,
  baysNew: 0,
  capturesReleased: 0,
  capturesInFlight: 0,
  capturesToDrift: 0,
  recentCapturesOnReplaced: 0,
  recentDevicesOnReplaced: 0,
  silentDriftsEnded: 0,
  warnings: [],
  bays: [],
};

test('only consequences that occur are listed, replaced bays first', () => {
  expect(consequenceSentences(nothing)).toEqual([]);
  expect(
    consequenceSentences({ ...nothing, baysReplaced: 1, baysUnchanged: 2, capturesReleased: 1_200 }),
  ).toEqual([
    '1 bay will follow this version instead of another one.',
    '2 bays already follow it and do not change.',
    '1,200 captures in the drift queue will be released and scored against it.',
  ]);
});

test('bays that do not exist yet are announced as new', () => {
  expect(consequenceSentences({ ...nothing, baysFirst: 3, baysNew: 2 })).toEqual([
    '3 bays will follow a version for the first time; 2 of them will be created.',
  ]);
});

test('devices that will drift are listed with their captures', () => {
  expect(
    consequenceSentences({ ...nothing, recentCapturesOnReplaced: 40, recentDevicesOnReplaced: 1 })[0],
  ).toMatch(/^1 device sent 40 captures .* start to drift/);
});

const store = (code: string) => ({ id: code, code, name: code });

test('groups show their size, and only a few of many stores are named', () => {
  const stores = ['1', '2', '3', '4', '5', '6'].map(store);
  const groups = [{ code: 'n', name: 'North', stores: [{ id: '1' }] }];
  expect(scopeOfActivation({ aisle: 'D01', stores, groups })).toBe(
    'aisle D01 in group North (1 store), stores 1, 2, 3, 4 and 2 more',
  );
  expect(scopeOfActivation({ aisle: 'D01', stores: [store('1')], groups: [] })).toBe('aisle D01 in store 1');
});

test('an outcome states what changed, and what was unchanged', () => {
  expect(outcomeLabel({ bays: 3, activated: 2, unchanged: 1, overtaken: 0 }, 5)).toBe(
    '2 bays activated, 1 had it already, 5 captures released',
  );
});
