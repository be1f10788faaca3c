import { hasRealData, listReal, orSkipped, readReal } from '@gondola/testkit/real-data';
import { expect, test } from 'vitest';
import { assessQuality, defaultQualityThresholds } from './quality-gate.ts';
import { readPhoto } from './read-photo.testing.ts';

const lit = { meanGrey: 110, darkShare: 0.02, glareShare: 0.01 };
const good = { widthPx: 1080, heightPx: 1920, sharpness: 100, ...lit };

test.each([
  [1080, 1080, []],
  [1080, 3240, []],
  [3240, 1080, []],
  [1080, 3241, ['BAD_ASPECT']],
  [3241, 1080, ['BAD_ASPECT']],
  [1079, 1920, ['TOO_SMALL']],
  [4000, 1079, ['TOO_SMALL', 'BAD_ASPECT']],
  [1080, 10, ['TOO_SMALL', 'BAD_ASPECT']],
  [10, 1080, ['TOO_SMALL', 'BAD_ASPECT']],
  [4000, 1, ['TOO_SMALL', 'BAD_ASPECT']],
  [1, 1, ['TOO_SMALL']],
  [50_000, 1000, ['TOO_SMALL', 'BAD_ASPECT']],
])('an upright photo of %i x %i px has the flaws %j', (widthPx, heightPx, flaws) => {
  expect(assessQuality({ ...good, widthPx, heightPx })).toEqual({
    verdict: flaws.length === 0 ? 'PASS' : 'DEGRADED',
    flaws,
    hints: [],
  });
});

test('a sharpness at the threshold passes, and all flaws are reported at once', () => {
  expect(assessQuality(good).verdict).toBe('PASS');
  expect(assessQuality({ ...good, sharpness: 99.99 }).flaws).toEqual(['TOO_BLURRED']);
  expect(assessQuality({ ...good, widthPx: 2000, heightPx: 480, sharpness: 3 }).flaws).toEqual([
    'TOO_SMALL',
    'BAD_ASPECT',
    'TOO_BLURRED',
  ]);
});

test('operators may set other thresholds', () => {
  const thresholds = { ...defaultQualityThresholds, minShortSidePx: 480, minSharpness: 2 };
  const photo = { ...good, widthPx: 640, heightPx: 480, sharpness: 3 };
  expect(assessQuality(photo, thresholds).verdict).toBe('PASS');
  expect(assessQuality(photo, { ...thresholds, maxAspect: 1.3 }).flaws).toEqual(['BAD_ASPECT']);
});

test.each([
  [{ meanGrey: 45 }, []],
  [{ meanGrey: 44.9 }, ['TOO_DARK']],
  [{ darkShare: 0.6 }, []],
  [{ darkShare: 0.61 }, ['TOO_DARK']],
  [{ meanGrey: 220 }, []],
  [{ meanGrey: 220.1 }, ['TOO_BRIGHT']],
  [{ glareShare: 0.2 }, []],
  [{ glareShare: 0.21 }, ['GLARE']],
  [{ meanGrey: 250, glareShare: 0.9 }, ['TOO_BRIGHT', 'GLARE']],
])('light of %j gives the hints %j and never a flaw', (light, hints) => {
  expect(assessQuality({ ...good, ...light })).toEqual({ verdict: 'PASS', flaws: [], hints });
});

test.skipIf(!hasRealData)(`no real photo of a lit shelf gets a hint${orSkipped}`, async () => {
  const files = [...(await listReal('k4r-shelf-photos')), ...(await listReal('jp-shelf-price-tags'))];
  // Every fifth photo shows a wrong threshold within seconds; all of them were inspected when the threshold was set.
  const sample = files.filter((_, i) => i % 5 === 0);
  expect(sample.length).toBeGreaterThan(10);
  for (const file of sample) {
    const { hints } = assessQuality(await readPhoto(await readReal(file)));
    expect([file, hints]).toEqual([file, []]);
  }
});
