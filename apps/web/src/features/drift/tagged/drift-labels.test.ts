import { expect, test } from 'vitest';
import { consequence, reasonOf, whyNot } from './drift-labels.ts';
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
  active: {
    id: 'v2',
    label: 'crackers-2',
    effectiveFrom: null,
    effectiveTo: null,
    planogram: { name: 'Crackers' },
  },
};

test('a release states how many captures are scored against which version', () => {
  expect(consequence(group, 'ACTIVE')).toBe(
    '12 captures of bay A-07 in store 4102 will leave the drift queue as one batch and be scored against crackers-2, which is active now. Those for which no version is found stay in the queue.',
  );
  expect(consequence({ ...group, count: 1 }, 'TAGGED')).toContain('1 capture of bay A-07');
});

test('a mapped release names the version used for scoring and the version of the shelf', () => {
  expect(consequence(group, 'MAPPED')).toContain(
    'against crackers-2, with detections mapped from the positions of crackers-1',
  );
  expect(whyNot('MAPPED', group)).toContain('No mapping');
});

test('the reason names both versions when another version is active', () => {
  expect(reasonOf(group)).toBe('crackers-2 is active for this bay, not crackers-1.');
});
