import { expect, test } from 'vitest';
import { affected } from './waiver-words.ts';

test('what a waiver means for scores that stand is told with its number', () => {
  expect(affected(0)).toBe('No capture under review would be scored otherwise.');
  expect(affected(1)).toBe(
    '1 capture under review would be scored otherwise. Start a batch to score it again.',
  );
  expect(affected(12)).toContain('12 captures under review would be scored otherwise.');
});
