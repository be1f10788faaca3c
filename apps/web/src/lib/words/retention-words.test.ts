import { expect, test } from 'vitest';
import { byteSize, captures, days, holdingWord, photos, runAuthor } from './retention-words.ts';

test('sizes are told in the unit that keeps them short', () => {
  expect([0, 999, 1_000, 12_345, 999_960, 1_430_000_000, 250e12].map(byteSize)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.0 kB',
    '12.3 kB',
    '1.0 MB',
    '1.4 GB',
    '250 TB',
  ]);
});

test('one is one, and many are counted', () => {
  expect([days(1), photos(1), captures(1)]).toEqual(['1 day', '1 photo', '1 capture']);
  expect([days(30), photos(0), captures(1200)]).toEqual(['30 days', '0 photos', '1,200 captures']);
});

test('why a photo stayed is told in words, and a new reason as it is', () => {
  expect(holdingWord('KEPT')).toBe('somebody keeps it');
  expect(holdingWord('LEGAL_HOLD')).toBe('legal hold');
  expect(runAuthor('schedule')).toBe('By itself, weekly');
  expect(runAuthor('ann@example.com')).toBe('ann@example.com');
});
