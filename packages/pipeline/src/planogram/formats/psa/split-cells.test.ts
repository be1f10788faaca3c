import { expect, test } from 'vitest';
import { splitCells } from './split-cells.ts';

test.each([
  ['a,b,c', ['a', 'b', 'c']],
  [String.raw`a\,b,c`, ['a,b', 'c']],
  [String.raw`a\\,b`, ['a\\', 'b']],
  [String.raw`6\" deep,b`, ['6" deep', 'b']],
  [String.raw`one\ttwo\r\nthree`, ['one\ttwo\r\nthree']],
  [String.raw`C:\planograms,b`, ['C:\\planograms', 'b']],
  [String.raw`ends with\ `, ['ends with\\ ']],
  ['ends with\\', ['ends with\\']],
  ['"a,b",c', ['a,b', 'c']],
  ['"say ""yes""",c', ['say "yes"', 'c']],
  ['"6"" deep"', ['6" deep']],
  ['6" deep,c', ['6" deep', 'c']],
  ['"never closed,c', ['"never closed', 'c']],
  ['"a"b,c', ['"a"b', 'c']],
  ['a,,', ['a', '', '']],
  ['', ['']],
])('%j has the cells %j', (line, cells) => {
  expect(splitCells(line)).toEqual(cells);
});
