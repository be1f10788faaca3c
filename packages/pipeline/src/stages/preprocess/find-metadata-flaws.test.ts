import { expect, test } from 'vitest';
import { findMetadataFlaws } from './find-metadata-flaws.ts';

const photo = { widthPx: 3024, heightPx: 4032 };

test.each([
  ['the same size', { widthPx: 3024, heightPx: 4032 }],
  ['the size before the photo was turned upright', { widthPx: 4032, heightPx: 3024 }],
])('%s is no flaw', (_, declared) => {
  expect(findMetadataFlaws(photo, declared)).toEqual([]);
});

test.each([
  ['half of the size', { widthPx: 1512, heightPx: 2016 }],
  ['one other side', { widthPx: 3024, heightPx: 3024 }],
  ['the same sides with other digits', { widthPx: 3024, heightPx: 4023 }],
])('%s is a flaw', (_, declared) => {
  expect(findMetadataFlaws(photo, declared)).toEqual(['RESOLUTION_DIFFERS']);
});

test('a payload without a known size has no flaw', () => {
  expect(findMetadataFlaws(photo, null)).toEqual([]);
});
