import { expect, test } from 'vitest';
import { affectedLabel } from './waiver-labels.ts';

test('the effect of a waiver on existing scores is stated with its number', () => {
  expect(affectedLabel(0)).toBe('No capture under review would be scored differently.');
  expect(affectedLabel(1)).toBe(
    '1 capture under review would be scored differently. Start a batch to score it again.',
  );
  expect(affectedLabel(12)).toContain('12 captures under review would be scored differently.');
});
