import { expect, test } from 'vitest';
import { findingSentence, type PhotoFacts } from './photo-findings.ts';
import { recaptureReasonLabels } from './quality-labels.ts';
import { recaptureAdvice } from './recapture-advice.ts';

const facts: PhotoFacts = {
  shortSidePx: 900,
  sharpness: 43.4,
  meanGrey: 38.2,
  darkShare: 0.71,
  glareShare: 0.26,
  rule: { minShortSidePx: 1080, minSharpness: 100, maxAspect: 3 },
};

test('a flaw states the measured and the required value', () => {
  expect(findingSentence('TOO_BLURRED', facts, null)).toBe(
    'The photo is too blurred to read products (sharpness 43, 100 required).',
  );
  expect(findingSentence('TOO_SMALL', facts, null)).toContain('short side 900 px, 1080 px required');
  expect(findingSentence('BAD_ASPECT', facts, { widthPx: 4000, heightPx: 1000 })).toContain(
    '4 to 1, 3 to 1 at most required',
  );
});

test('a value just below the requirement never looks as if it met it', () => {
  expect(findingSentence('TOO_BLURRED', { ...facts, sharpness: 99.7 }, null)).toContain('sharpness 99,');
  expect(findingSentence('BAD_ASPECT', facts, { widthPx: 3020, heightPx: 1000 })).toContain('3.1 to 1');
});

test('light is described by its share of the photo and by its brightness', () => {
  expect(findingSentence('TOO_DARK', facts, null)).toBe(
    'The photo is too dark (71 % of it is nearly black, brightness 38 of 255).',
  );
  expect(findingSentence('GLARE', facts, null)).toContain('26 % of it is overexposed');
});

test('an unmeasured value is left out and not shown as zero', () => {
  const unmeasured = { ...facts, sharpness: null, darkShare: null, meanGrey: null };
  expect(findingSentence('TOO_BLURRED', unmeasured, null)).toBe('The photo is too blurred to read products.');
  expect(findingSentence('TOO_DARK', unmeasured, null)).toBe('The photo is too dark.');
  expect(findingSentence('TOO_BLURRED', null, null)).not.toContain('(');
  expect(findingSentence('TOO_BLURRED', { ...facts, rule: null }, null)).toContain('(sharpness 43).');
});

test('each reason for a new photo has its own advice, as a sentence', () => {
  const advice = Object.values(recaptureAdvice);
  expect(Object.keys(recaptureAdvice).sort()).toEqual(Object.keys(recaptureReasonLabels).sort());
  expect(new Set(advice).size).toBe(advice.length);
  for (const sentence of advice) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
