import { expect, test } from 'vitest';
import { obstacleOf } from './obstacle-of.ts';

const quality = {
  shortSidePx: 900,
  sharpness: 43.4,
  meanGrey: 90,
  darkShare: 0,
  glareShare: 0,
  flaws: ['TOO_SMALL' as const, 'TOO_BLURRED' as const],
  rule: { minShortSidePx: 1080, minSharpness: 100, maxAspect: 3 },
};

test('a held photo says all that is wrong with it, in short and with figures', () => {
  const obstacle = obstacleOf({ state: 'RETRY_SCHEDULED', quality, deadLetter: null, photo: null });
  expect(obstacle?.word).toBe('Too small; Too blurred to read products');
  expect(obstacle?.sentence).toContain('short side 900 px, 1080 px is asked for');
  expect(obstacle?.sentence).toContain('sharpness 43, 100 is asked for');
});

test('a photo that was set aside for its quality tells its figures, another one its message', () => {
  const deadLetter = { reason: 'QUALITY_TOO_LOW', message: 'below the floor' };
  const base = { state: 'DEAD_LETTERED' as const, quality, photo: null };
  expect(obstacleOf({ ...base, deadLetter })?.sentence).toContain('sharpness 43');
  expect(obstacleOf({ ...base, deadLetter: { reason: 'PHOTO_EMPTY', message: 'no bytes' } })).toEqual({
    word: 'Empty photo',
    sentence: 'no bytes',
  });
});

test('a capture that goes its way has no obstacle, also when its photo is flawed', () => {
  expect(obstacleOf({ state: 'SCORED', quality, deadLetter: null, photo: null })).toBeNull();
});
