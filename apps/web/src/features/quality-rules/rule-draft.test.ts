import { expect, test } from 'vitest';
import { figureLimits, figures, isComplete } from './rule-draft.ts';

const sensible = {
  minShortSidePx: 1080,
  minSharpness: 100,
  maxAspect: 3,
  maxRetries: 3,
  finalPolicy: 'SCORE_FLAGGED' as const,
};

test('a draft is complete when each figure is within its limits', () => {
  expect(isComplete(sensible)).toBe(true);
  for (const figure of figures) {
    const { min, max } = figureLimits[figure];
    expect(isComplete({ ...sensible, [figure]: min })).toBe(true);
    expect(isComplete({ ...sensible, [figure]: max })).toBe(true);
    expect(isComplete({ ...sensible, [figure]: min - 0.1 })).toBe(false);
    expect(isComplete({ ...sensible, [figure]: max + 0.1 })).toBe(false);
  }
});

test('an empty field or a missing decision makes a draft incomplete', () => {
  const { minSharpness: _, ...emptied } = sensible;
  expect(isComplete(emptied)).toBe(false);
  const { finalPolicy: __, ...undecided } = sensible;
  expect(isComplete(undecided)).toBe(false);
});

test('pixels and retries are whole numbers', () => {
  expect(isComplete({ ...sensible, maxRetries: 2.5 })).toBe(false);
  expect(isComplete({ ...sensible, minSharpness: 62.5 })).toBe(true);
});
