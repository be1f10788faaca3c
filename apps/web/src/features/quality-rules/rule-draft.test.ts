import { expect, test } from 'vitest';
import { figureLimits, figures, isComplete } from './draft-demands.ts';

const sensible = {
  minShortSidePx: 1080,
  minSharpness: 100,
  maxAspect: 3,
  maxRetries: 3,
  finalPolicy: 'SCORE_FLAGGED' as const,
};

test('a draft can be set when each figure is inside of its limits', () => {
  expect(isComplete(sensible)).toBe(true);
  for (const figure of figures) {
    const { least, most } = figureLimits[figure];
    expect(isComplete({ ...sensible, [figure]: least })).toBe(true);
    expect(isComplete({ ...sensible, [figure]: most })).toBe(true);
    expect(isComplete({ ...sensible, [figure]: least - 0.1 })).toBe(false);
    expect(isComplete({ ...sensible, [figure]: most + 0.1 })).toBe(false);
  }
});

test('a field that was emptied, or a decision that is missing, keeps the rule from being set', () => {
  const { minSharpness: _, ...emptied } = sensible;
  expect(isComplete(emptied)).toBe(false);
  const { finalPolicy: __, ...undecided } = sensible;
  expect(isComplete(undecided)).toBe(false);
});

test('pixels and looks are whole', () => {
  expect(isComplete({ ...sensible, maxRetries: 2.5 })).toBe(false);
  expect(isComplete({ ...sensible, minSharpness: 62.5 })).toBe(true);
});
