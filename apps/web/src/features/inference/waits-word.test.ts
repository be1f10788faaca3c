import { expect, test } from 'vitest';
import { waitsWord, waitWord } from './waits-word.ts';

test('waits are told as people set them', () => {
  expect(waitsWord({ baseSeconds: 5, factor: 1.5, capSeconds: 90 })).toBe(
    '5 s, then times 1.5, up to 1 min 30 s',
  );
  expect(waitWord(0.5)).toBe('500 ms');
  expect(waitWord(2.5)).toBe('2.5 s');
});
