import { expect, test } from 'vitest';
import { histogramDescription, meanLabel } from './impact-labels.ts';

test('the change of the mean is in points, with its direction', () => {
  expect(meanLabel({ meanBefore: 0.71, meanAfter: 0.785 })).toBe(
    'Mean 71 % before, 79 % after: 7.5 points up.',
  );
  expect(meanLabel({ meanBefore: 0.5, meanAfter: 0.4 })).toContain('10 points down');
  expect(meanLabel({ meanBefore: 0.5, meanAfter: 0.5 })).toContain('the same');
});

test('without a score on both sides there is no mean', () => {
  expect(meanLabel({ meanBefore: null, meanAfter: null })).toBe('No capture has a score on both sides.');
});

test('the description of the histogram names the range with most captures', () => {
  const none = { compared: 0, improved: 0, worsened: 0, same: 0, meanBefore: null, meanAfter: null };
  expect(
    histogramDescription({
      ...none,
      histogramBefore: [0, 0, 0, 0, 0, 0, 5, 1, 0, 0],
      histogramAfter: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    }),
  ).toBe('Captures by score: 6 captures with a score before, most of them at 60–70 %; no score after.');
});
