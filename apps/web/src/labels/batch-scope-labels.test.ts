import { expect, test } from 'vitest';
import { captures, filterInWords, scopeInWords } from './scope-words.ts';

test('a filter is told by what it asks for, and none as everything', () => {
  expect(filterInWords({}, 'UTC')).toBe('all captures');
  expect(
    filterInWords(
      { storeCode: '4102', states: ['SCORED'], tier: 3, scoreBelow: 0.6, takenAfter: '2026-11-01T00:00:00Z' },
      'Europe/Berlin',
    ),
  ).toBe('captures of store 4102, scored, tier 3, heuristic, score below 60 %, taken from 1 Nov 2026, 01:00');
});

test('a bound of zero is a bound', () => {
  expect(filterInWords({ scoreAtLeast: 0 }, 'UTC')).toBe('captures score from 0 %');
});

test('a scope of one bay names it with its store', () => {
  const bay = { id: 'b', aisle: 'A-07', store: { code: '4102', name: 'North', timeZone: 'UTC' } };
  expect(
    scopeInWords({ scope: { kind: 'DRIFT_GROUP', bayId: 'b', taggedVersion: 'crackers-1' }, bay }, 'UTC'),
  ).toBe('the drift queue of bay A-07 in store 4102, tagged crackers-1');
});

test('chosen captures are counted, and a new kind of scope is no fault', () => {
  expect(scopeInWords({ scope: { kind: 'CAPTURES', captureIds: ['a'] }, bay: null }, 'UTC')).toBe(
    '1 capture chosen by hand',
  );
  expect(scopeInWords({ scope: { kind: 'PLANET' }, bay: null }, 'UTC')).toContain('does not know');
  expect(captures(1204)).toBe('1,204 captures');
});
