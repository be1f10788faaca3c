import { expect, test } from 'vitest';
import { histogramInWords, meanInWords } from './impact-words.ts';

test('the change of the mean is told in points, with its direction', () => {
  expect(meanInWords({ meanBefore: 0.71, meanAfter: 0.785 })).toBe(
    'Mean 71 % before, 79 % after: 7.5 points up.',
  );
  expect(meanInWords({ meanBefore: 0.5, meanAfter: 0.4 })).toContain('10 points down');
  expect(meanInWords({ meanBefore: 0.5, meanAfter: 0.5 })).toContain('the same');
});

test('without a score on both sides no mean is made up', () => {
  expect(meanInWords({ meanBefore: null, meanAfter: null })).toBe('No capture has a score on both sides.');
});

test('the histogram says in words where most captures are', () => {
  const none = { compared: 0, improved: 0, worsened: 0, same: 0, meanBefore: null, meanAfter: null };
  expect(
    histogramInWords({
      ...none,
      histogramBefore: [0, 0, 0, 0, 0, 0, 5, 1, 0, 0],
      histogramAfter: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    }),
  ).toBe('Captures by score: 6 captures with a score before, most of them at 60–70 %; no score after.');
});
