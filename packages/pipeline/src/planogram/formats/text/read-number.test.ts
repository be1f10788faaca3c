import { expect, test } from 'vitest';
import { readNumber } from './read-number.ts';

test.each([
  ['12.5', 12.5],
  ['12,5', 12.5],
  [' 7 ', 7],
  ['-3', -3],
  ['.5', 0.5],
  ['１２', 12],
  ['1e2', 100],
])('%j is %d', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each(['', '1,234.5', '1.2.3', '0x10', 'Infinity', '1e999', '12 cm', '--1'])(
  '%j is no number',
  (text) => {
    expect(readNumber(text)).toBeNull();
  },
);
