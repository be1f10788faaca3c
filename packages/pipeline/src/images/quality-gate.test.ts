import { expect, test } from 'vitest';
import { assessQuality } from './quality-gate.ts';

const good = { widthPx: 1080, heightPx: 1920, sharpness: 100 };

test('a photo at both thresholds passes', () => {
  expect(assessQuality(good)).toEqual({ verdict: 'PASS', flaws: [] });
});

test('the short side counts, whichever it is', () => {
  for (const sides of [
    { widthPx: 4000, heightPx: 1079 },
    { widthPx: 1079, heightPx: 4000 },
  ]) {
    expect(assessQuality({ ...good, ...sides })).toEqual({ verdict: 'DEGRADED', flaws: ['TOO_SMALL'] });
  }
});

test('a blurred photo is degraded, and both flaws are told at once', () => {
  expect(assessQuality({ ...good, sharpness: 99.99 })).toEqual({
    verdict: 'DEGRADED',
    flaws: ['TOO_BLURRED'],
  });
  expect(assessQuality({ widthPx: 640, heightPx: 480, sharpness: 3 }).flaws).toEqual([
    'TOO_SMALL',
    'TOO_BLURRED',
  ]);
});

test('operators may set other thresholds', () => {
  const thresholds = { minShortSidePx: 480, minSharpness: 2 };
  expect(assessQuality({ widthPx: 640, heightPx: 480, sharpness: 3 }, thresholds).verdict).toBe('PASS');
});
