import { expect, test } from 'vitest';
import { deadLetterReasons } from './dead-letter-labels.ts';
import { deadLetterSentence } from './dead-letter-sentence.ts';

test.each([
  [
    { reason: 'PHOTO_TOO_LARGE', params: { widthPx: 9000, heightPx: 100, maxSidePx: 8000 } },
    /9000 × 100 .* 8000/,
  ],
  [
    { reason: 'PHOTO_TOO_LARGE', params: { widthPx: 10000, heightPx: 9000, maxPixels: 51_000_000 } },
    /10000 × 9000 .* 51 megapixels/,
  ],
  [{ reason: 'PHOTO_TOO_LARGE', params: { bytes: 31_500_000, maxBytes: 30_000_000 } }, /31\.5 MB; 30\.0 MB/],
  [{ reason: 'PHOTO_DAMAGED', params: { rows: 812, of: 2000 } }, /812 of 2000 rows \(40 %\) are whole/],
  [
    { reason: 'PHOTO_DAMAGED', params: { damage: 'DATA_SURPLUS' } },
    /lost: its data is incomplete or changed/,
  ],
  [{ reason: 'PHOTO_UNSUPPORTED', params: { mimeType: 'image/heic' } }, /image\/heic.*Most Compatible/],
  [{ reason: 'PHOTO_UNSUPPORTED', params: { mimeType: 'image/gif' } }, /WebP\.$/],
  [{ reason: 'PHOTO_CORRUPT', params: { detail: 'premature end' } }, /damaged.*premature end/],
  [
    { reason: 'MIME_MISMATCH', params: { declared: 'image/png', actual: 'image/jpeg' } },
    /image\/png.*image\/jpeg/,
  ],
  [
    { reason: 'QUALITY_TOO_LOW', params: { flaws: ['TOO_BLURRED'], superseded: false } },
    /too blurred, and no better/,
  ],
  [{ reason: 'WORKER_CRASHED', params: { crashes: 3 } }, /died 3 times/],
] as const)('the sentence of $reason names its figures', (cause, expected) => {
  expect(deadLetterSentence(cause)).toMatch(expected);
});

test('a row of an older release keeps its sentence', () => {
  expect(deadLetterSentence({ reason: 'PHOTO_EMPTY', params: { text: 'As it was.' } })).toBe('As it was.');
});

test('the cause of a payload is its first problem', () => {
  const problems = [{ message: 'aisle is missing.' }, { message: 'another' }];
  expect(deadLetterSentence({ reason: 'FIELD_MISSING', params: {}, problems })).toBe('aisle is missing.');
});

test('every reason has a sentence, also without parameters', () => {
  for (const reason of deadLetterReasons)
    expect(deadLetterSentence({ reason, params: null })).toMatch(/^[A-Z].+\.$/);
});
