import { expect, test } from 'vitest';
import { captureObstacle } from './capture-obstacle.ts';

const quality = {
  shortSidePx: 900,
  sharpness: 43.4,
  meanGrey: 90,
  darkShare: 0,
  glareShare: 0,
  flaws: ['TOO_SMALL' as const, 'TOO_BLURRED' as const],
  rule: { minShortSidePx: 1080, minSharpness: 100, maxAspect: 3 },
};

test('a photo in retry shows all its flaws, as short labels and with figures', () => {
  const obstacle = captureObstacle({ state: 'RETRY_SCHEDULED', quality, deadLetter: null, photo: null });
  expect(obstacle?.label).toBe('Too small; Too blurred to read products');
  expect(obstacle?.sentence).toContain('short side 900 px, 1080 px required');
  expect(obstacle?.sentence).toContain('sharpness 43, 100 required');
});

test('a photo rejected for its quality shows its figures, another one its message', () => {
  const deadLetter = { reason: 'QUALITY_TOO_LOW' as const, params: {} };
  const base = { state: 'DEAD_LETTERED' as const, quality, photo: null };
  expect(captureObstacle({ ...base, deadLetter })?.sentence).toContain('sharpness 43');
  expect(captureObstacle({ ...base, deadLetter: { reason: 'PHOTO_EMPTY', params: {} } })).toEqual({
    label: 'Empty photo',
    sentence: 'The photo has no bytes.',
  });
});

test('a capture that is processed normally has no obstacle, even when its photo is flawed', () => {
  expect(captureObstacle({ state: 'SCORED', quality, deadLetter: null, photo: null })).toBeNull();
});
