import { expect, test } from 'vitest';
import { runSentences } from './run-labels.ts';

const dryRun = {
  id: 'd',
  kind: 'DRY_RUN' as const,
  announcedById: null,
  photos: 12,
  facts: { unscored: 1, limitReached: true },
  endedAt: '2026-11-24T00:00:00Z',
};
const expiry = {
  ...dryRun,
  id: 'e',
  kind: 'EXPIRY' as const,
  announcedById: 'd',
  facts: { kept: { KEPT: 2, POLICY: 0 } },
};

test('a dry run states what it announced, and that nothing is removed yet', () => {
  expect(runSentences(dryRun, [dryRun], 7)).toEqual([
    'Announced; removed after 7 days at the earliest, and only while its policy is in force.',
    '1 capture of them had no score.',
    'There are more; the next dry run announces them.',
  ]);
  expect(runSentences({ ...dryRun, photos: 0 }, [], 7)).toEqual(['No photo was due.']);
});

test('an expiry states what stayed, and why', () => {
  expect(runSentences(expiry, [expiry, dryRun], 7)).toEqual([
    'Removed.',
    '2 photos stayed: on hold by a person.',
  ]);
  expect(runSentences({ ...expiry, endedAt: null, facts: null }, [], 7)).toEqual(['In progress.']);
  expect(runSentences(dryRun, [expiry, dryRun], 7)[0]).toBe('Its expiry has begun.');
});
