import { expect, test } from 'vitest';
import { consequence, outcome, reasonOf } from './drift-words.ts';
import type { DriftGroup } from './list-drift-groups.ts';

const group: DriftGroup = {
  key: 'k',
  reason: 'VERSION_NOT_ACTIVE',
  taggedVersion: 'crackers-1',
  count: 12,
  oldest: '2026-11-01T00:00:00Z',
  newest: '2026-11-02T00:00:00Z',
  modes: ['ACTIVE', 'TAGGED'],
  bay: { id: 'b', aisle: 'A-07', store: { code: '4102', name: 'North', timeZone: 'Europe/Berlin' } },
  tagged: null,
  active: { label: 'crackers-2', effectiveFrom: null, effectiveTo: null, planogram: { name: 'Crackers' } },
};

test('a release says how many captures are scored against which version', () => {
  expect(consequence(group, 'ACTIVE')).toBe(
    '12 captures of bay A-07 in store 4102 will leave the drift queue and be scored against crackers-2, which is active now.',
  );
  expect(consequence({ ...group, count: 1 }, 'TAGGED')).toContain('1 capture of bay A-07');
});

test('the reason names both versions when another one is active', () => {
  expect(reasonOf(group)).toBe('crackers-2 is active for this bay, not crackers-1.');
});

test('a release that found nothing does not claim to have done something', () => {
  expect(outcome({ released: 0, skipped: 0 })).toContain('Nothing was waiting');
});

test('captures that stay behind are told', () => {
  expect(outcome({ released: 11, skipped: 1 })).toBe(
    '11 captures went on to scoring. 1 capture stays: no version was found for it.',
  );
});
