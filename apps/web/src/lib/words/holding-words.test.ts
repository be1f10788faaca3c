import { expect, test } from 'vitest';
import { countOrMore, holdingsInOrder, holdingWords } from './holding-words.ts';

test('every reason why a photo stays has words of its own', () => {
  const words = holdingsInOrder.map((holding) => holdingWords[holding].word);
  expect(new Set(words).size).toBe(8);
  for (const holding of holdingsInOrder) expect(holdingWords[holding].meaning).toMatch(/\.$/);
});

test('a count that was cut off says that there may be more', () => {
  expect([countOrMore(9_999, false), countOrMore(8_120, true)]).toEqual(['9,999', '8,120 or more']);
});
