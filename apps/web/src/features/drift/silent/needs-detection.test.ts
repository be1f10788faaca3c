import { expect, test } from 'vitest';
import { needsDetection } from './needs-detection.ts';

test('a sample in which no capture can be rescored needs detection', () => {
  const skipped = [{ reason: 'The heuristic tier examined the positions of another version.', count: 3 }];
  expect(needsDetection({ eligible: 9, sample: { captures: 3, skipped } })).toBe(true);
  expect(needsDetection({ eligible: 9, sample: { captures: 4, skipped } })).toBe(false);
});

test('an empty or missing dry run needs no detection', () => {
  expect(needsDetection(undefined)).toBe(false);
  expect(needsDetection({ eligible: 0, sample: { captures: 0, skipped: [] } })).toBe(false);
  expect(needsDetection({ eligible: 2, sample: null })).toBe(false);
});
