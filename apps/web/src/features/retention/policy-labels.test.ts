import { expect, test } from 'vitest';
import { policyChanges, policySentences } from './policy-labels.ts';

const builtIn = { reviewDays: 30, cleanPhotoDays: null, faultyPhotoDays: null, noticeDays: 7 };

test('a policy without expiry states so', () => {
  expect(policySentences(builtIn)).toContain('No photo ever expires.');
});

test('a policy distinguishes captures with and without faults only where it treats them differently', () => {
  const sentences = policySentences({ ...builtIn, cleanPhotoDays: 90 }).join(' ');
  expect(sentences).toContain('without a fault expires 90 days after it was archived.');
  expect(sentences).toContain('With a fault, or without a score, it never expires.');
  expect(sentences).toContain('7 days ahead');
  expect(policySentences({ ...builtIn, cleanPhotoDays: 60, faultyPhotoDays: 60 })).toContain(
    'A photo expires 60 days after it was archived.',
  );
});

test('the changes of a shorter policy state the effect on captures and photos', () => {
  const sentences = policyChanges(builtIn, { ...builtIn, reviewDays: 7, faultyPhotoDays: 365 });
  expect(sentences[0]).toContain('more than 7 days ago are archived within minutes');
  expect(sentences[1]).toContain('sooner than today');
  expect(policyChanges(builtIn, { ...builtIn, reviewDays: 60 })).toHaveLength(1);
});
