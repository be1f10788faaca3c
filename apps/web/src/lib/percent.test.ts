import { expect, test } from 'vitest';
import { percent } from './percent.ts';

test('an unknown value is a dash, and zero is zero', () => {
  expect(percent(null)).toBe('–');
  expect(percent(0)).toBe('0 %');
});

test('only a full score is shown as 100 %', () => {
  expect(percent(0.998)).toBe('99 %');
  expect(percent(1)).toBe('100 %');
});
