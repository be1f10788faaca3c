import { expect, test } from 'vitest';
import { policyChanges, policySentences } from './policy-words.ts';

const builtIn = { reviewDays: 30, cleanPhotoDays: null, faultyPhotoDays: null, noticeDays: 7 };

test('a policy without expiry says so', () => {
  expect(policySentences(builtIn)).toContain('No photo ever expires.');
});

test('a policy tells both kinds of captures apart only where it treats them differently', () => {
  const told = policySentences({ ...builtIn, cleanPhotoDays: 90 }).join(' ');
  expect(told).toContain('without a fault expires 90 days after it was archived.');
  expect(told).toContain('With a fault, or without a score, it never expires.');
  expect(told).toContain('7 days ahead');
  expect(policySentences({ ...builtIn, cleanPhotoDays: 60, faultyPhotoDays: 60 })).toContain(
    'A photo expires 60 days after it was archived.',
  );
});

test('whoever shortens a policy is told what becomes of captures and photos', () => {
  const told = policyChanges(builtIn, { ...builtIn, reviewDays: 7, faultyPhotoDays: 365 });
  expect(told[0]).toContain('more than 7 days ago are archived within minutes');
  expect(told[1]).toContain('sooner than today');
  expect(policyChanges(builtIn, { ...builtIn, reviewDays: 60 })).toHaveLength(1);
});
