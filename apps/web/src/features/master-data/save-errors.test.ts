import { expect, test } from 'vitest';
import { quoted } from './save-errors.ts';

test('a cell is quoted, and never begins a formula', () => {
  expect(quoted('a "b", c')).toBe('"a ""b"", c"');
  expect(quoted('=1+1')).toBe(`"'=1+1"`);
});
