import { expect, test } from 'vitest';
import { factsOf } from './transition-facts.ts';

test('facts that are there are read, and nothing is made up for those that are not', () => {
  expect(factsOf({ message: '503', waitMs: 5000, failures: 5 })).toEqual({ message: '503', waitMs: 5000 });
  expect(factsOf({ message: '', waitMs: 'long' })).toEqual({ message: null, waitMs: null });
  expect(factsOf(null)).toEqual({ message: null, waitMs: null });
});
