import { expect, test } from 'vitest';
import { needsLooking } from './needs-looking.ts';

test('where nothing of the sample could be scored again, the photo has to be looked at', () => {
  const skipped = [{ reason: 'The heuristic tier looked at the places of another version.', count: 3 }];
  expect(needsLooking({ eligible: 9, sample: { captures: 3, skipped } })).toBe(true);
  expect(needsLooking({ eligible: 9, sample: { captures: 4, skipped } })).toBe(false);
});

test('an empty dry run, or none yet, tells nothing', () => {
  expect(needsLooking(undefined)).toBe(false);
  expect(needsLooking({ eligible: 0, sample: { captures: 0, skipped: [] } })).toBe(false);
  expect(needsLooking({ eligible: 2, sample: null })).toBe(false);
});
