import { expect, test } from 'vitest';
import { factsOf } from './transition-facts.ts';

test('existing facts are read, missing ones are null', () => {
  expect(factsOf({ message: '503', waitMs: 5000, failures: 5 })).toEqual({ message: '503', waitMs: 5000 });
  expect(factsOf({ message: '', waitMs: 'long' })).toEqual({ message: null, waitMs: null });
  expect(factsOf(null)).toEqual({ message: null, waitMs: null });
});
