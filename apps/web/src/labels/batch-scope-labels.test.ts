import { expect, test } from 'vitest';
import { batchScopeLabel, captureFilterLabel } from './batch-scope-labels.ts';
import { captures } from './counts.ts';

test('a filter is described by its fields, and an empty one as all captures', () => {
  expect(captureFilterLabel({}, 'UTC')).toBe('all captures');
  expect(
    captureFilterLabel(
      { storeCode: '4102', states: ['SCORED'], tier: 3, scoreBelow: 0.6, takenAfter: '2026-11-01T00:00:00Z' },
      'Europe/Berlin',
    ),
  ).toBe('captures of store 4102, scored, tier 3, heuristic, score below 60 %, taken from 1 Nov 2026, 01:00');
});

test('a bound of zero is a bound', () => {
  expect(captureFilterLabel({ scoreAtLeast: 0 }, 'UTC')).toBe('captures score from 0 %');
});

test('a scope of one bay names it with its store', () => {
  const bay = { id: 'b', aisle: 'A-07', store: { code: '4102', name: 'North', timeZone: 'UTC' } };
  expect(
    batchScopeLabel({ scope: { kind: 'DRIFT_GROUP', bayId: 'b', taggedVersion: 'crackers-1' }, bay }, 'UTC'),
  ).toBe('the drift queue of bay A-07 in store 4102, tagged crackers-1');
});

test('chosen captures are counted, and an unknown kind of scope is no fault', () => {
  expect(batchScopeLabel({ scope: { kind: 'CAPTURES', captureIds: ['a'] }, bay: null }, 'UTC')).toBe(
    '1 capture chosen by hand',
  );
  expect(batchScopeLabel({ scope: { kind: 'PLANET' }, bay: null }, 'UTC')).toContain('unknown');
  expect(captures(1204)).toBe('1,204 captures');
});
