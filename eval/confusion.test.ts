import { expect, test } from 'vitest';
import { Confusion } from './confusion.ts';

test('precision and recall are counted per verdict, and are null where nothing can be divided', () => {
  const confusion = new Confusion();
  for (const [truth, said] of [
    ['MATCH', 'MATCH'],
    ['MATCH', 'MATCH'],
    ['MATCH', 'MISSING'],
    ['MISSING', 'MATCH'],
    ['MISPLACED', 'MATCH'],
  ] as const)
    confusion.add(truth, said);
  expect(confusion.perVerdict()).toEqual({
    MATCH: { precision: 0.5, recall: 0.6667, n: 3 },
    MISPLACED: { precision: null, recall: 0, n: 1 },
    MISSING: { precision: 0, recall: 0, n: 1 },
  });
  expect([confusion.right, confusion.n]).toEqual([2, 5]);
});
