import { expect, test } from 'vitest';
import { assess } from '../../../compliance/assess.ts';
import type { Frame } from '../../../images/frame.ts';
import { blank, drawnBay, photographOf } from './drawn-bay.testing.ts';
import { createHeuristicTier } from './heuristic-tier.ts';

const bay = drawnBay();
const references = new Map([...bay.references].map(([id, frame]) => [id, [frame]]));
const tier = createHeuristicTier();
const whole = photographOf(bay);

const detect = (frame: Frame) =>
  tier.detect({ frame, planogram: bay.planogram, references }, new AbortController().signal);

/** Draws a photo pixel by pixel from another one; `sourceOf` names the pixel to copy. */
function redrawn(
  { width, height }: { width: number; height: number },
  sourceOf: (x: number, y: number) => [number, number],
): Frame {
  const frame = blank(width, height, [0, 0, 0]);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [sx, sy] = sourceOf(x, y);
      const from = (sy * whole.width + sx) * 3;
      frame.data.set(whole.data.subarray(from, from + 3), (y * width + x) * 3);
    }
  return frame;
}

const { width, height } = whole;
const sideways = { width: height, height: width };

test.each([
  ['a quarter to the right', redrawn(sideways, (x, y) => [y, height - 1 - x])],
  ['a quarter to the left', redrawn(sideways, (x, y) => [width - 1 - y, x])],
  ['by a half', redrawn(whole, (x, y) => [width - 1 - x, height - 1 - y])],
])('a photo turned %s is placed, and says that it is turned', async (_name, photo) => {
  const realogram = await detect(photo);
  expect(realogram.placementProblem).toBe('TURNED');
  const { findings } = assess(bay.planogram, realogram);
  expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(['MATCH']));
});

test('a mirrored photo is not placed, and no position is judged', async () => {
  const realogram = await detect(redrawn(whole, (x, y) => [width - 1 - x, y]));
  expect(realogram).toMatchObject({ planogramToPhoto: null, placementProblem: 'MIRRORED', detections: [] });
  const { findings, score, unscoredReason } = assess(bay.planogram, realogram);
  expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(['NOT_ASSESSED']));
  expect(score).toBeNull();
  expect(unscoredReason).toMatch(/mirrored/);
});

test('a grey photo of coloured packs is not placed', async () => {
  const grey = redrawn(whole, (x, y) => [x, y]);
  for (let i = 0; i < grey.data.length; i += 3) {
    const [r = 0, g = 0, b = 0] = grey.data.subarray(i, i + 3);
    grey.data.fill(Math.round(0.299 * r + 0.587 * g + 0.114 * b), i, i + 3);
  }
  expect(await detect(grey)).toMatchObject({ planogramToPhoto: null, placementProblem: 'NO_COLOUR' });
});

test.each([
  ['left', 0],
  ['right', 1 / 3],
])('of the %s two thirds of a bay nothing is a fault', async (_name, from) => {
  const x0 = Math.round(from * width);
  const realogram = await detect(
    redrawn({ width: Math.round((2 * width) / 3), height }, (x, y) => [x0 + x, y]),
  );
  expect(realogram.planogramToPhoto).not.toBeNull();
  const { findings } = assess(bay.planogram, realogram);
  const verdicts = findings.map(({ verdict }) => verdict);
  expect(new Set(verdicts)).toEqual(new Set(['MATCH', 'NOT_VISIBLE']));
  expect(verdicts.filter((verdict) => verdict === 'MATCH').length).toBeGreaterThanOrEqual(9);
});
