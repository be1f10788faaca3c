import { expect, test } from 'vitest';
import { consequenceWords, outcomeWords, scopeOfActivation } from './activation-words.ts';

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

test('only what happens is said, replaced bays first', () => {
  expect(consequenceWords(nothing)).toEqual([]);
  expect(
    consequenceWords({ ...nothing, baysReplaced: 1, baysUnchanged: 2, capturesReleased: 1_200 }),
  ).toEqual([
    '1 bay will follow this version in place of another one.',
    '2 bays already follow it: nothing changes there.',
    '1,200 captures in the drift queue will be released and scored against it.',
  ]);
});

test('bays that nobody has named yet are said to be made', () => {
  expect(consequenceWords({ ...nothing, baysFirst: 3, baysNew: 2 })).toEqual([
    '3 bays will follow a version for the first time; 2 of them will be made.',
  ]);
});

test('devices that are about to drift are told with what they sent', () => {
  expect(
    consequenceWords({ ...nothing, recentCapturesOnReplaced: 40, recentDevicesOnReplaced: 1 })[0],
  ).toMatch(/^1 device sent 40 captures .* start to drift/);
});

const store = (code: string) => ({ id: code, code, name: code });

test('groups are told with their size, and of many stores only a few are named', () => {
  const stores = ['1', '2', '3', '4', '5', '6'].map(store);
  const groups = [{ code: 'n', name: 'North', stores: [{ id: '1' }] }];
  expect(scopeOfActivation({ aisle: 'D01', stores, groups })).toBe(
    'aisle D01 in group North (1 store), stores 1, 2, 3, 4 and 2 more',
  );
  expect(scopeOfActivation({ aisle: 'D01', stores: [store('1')], groups: [] })).toBe('aisle D01 in store 1');
});

test('an outcome says what was done, and what was not needed', () => {
  expect(outcomeWords({ bays: 3, activated: 2, unchanged: 1, overtaken: 0 }, 5)).toBe(
    '2 bays activated, 1 had it already, 5 captures released',
  );
});
