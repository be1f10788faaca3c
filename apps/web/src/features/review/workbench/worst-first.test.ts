import { expect, test } from 'vitest';
import type { Verdict } from '../../../generated/graphql.ts';
import { worstFirst } from './worst-first.ts';

const of = (verdict: Verdict, credit: number | null, confidence = 0.9) => ({
  verdict,
  credit,
  confidence,
  machine: null,
});

test('a missing product comes before too few facings, and a match comes last', () => {
  const order = worstFirst([
    of('MATCH', 1),
    of('FACINGS_SHORT', 0.95),
    of('NOT_VISIBLE', null),
    of('MISSING', 0),
  ]);
  expect(order.map((v) => v.verdict)).toEqual(['MISSING', 'FACINGS_SHORT', 'NOT_VISIBLE', 'MATCH']);
});

test('of two equal verdicts the one with less credit comes first, then the more certain one', () => {
  const order = worstFirst([of('MISPLACED', 0.7, 0.5), of('MISPLACED', 0.5, 0.6), of('MISPLACED', 0.5, 0.9)]);
  expect(order.map((v) => v.confidence)).toEqual([0.9, 0.6, 0.5]);
});

test('equal verdicts keep the order of the planogram', () => {
  const verdicts = ['a', 'b', 'c'].map((id) => ({ id, ...of('MATCH', 1) }));
  expect(worstFirst(verdicts).map((v) => v.id)).toEqual(['a', 'b', 'c']);
});

test('an overruled finding stays in the place of its original verdict', () => {
  const ruled = {
    ...of('MATCH', 1, 1),
    machine: { verdict: 'MISSING' as const, credit: 0, confidence: 0.9 },
  };
  const order = worstFirst([of('MATCH', 1), of('MISPLACED', 0.5), ruled]);
  expect(order[0]).toBe(ruled);
});
