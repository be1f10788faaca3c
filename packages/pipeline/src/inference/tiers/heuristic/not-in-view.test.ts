import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../../compliance/assess.ts';
import type { Frame } from '../../../images/frame.ts';
import { project } from '../../../math/homography.ts';
import { blank, drawnBay, photographOf } from './drawn-bay.testing.ts';
import { createHeuristicTier } from './heuristic-tier.ts';

const bay = drawnBay();
const references = new Map([...bay.references].map(([id, frame]) => [id, [frame]]));
const tier = createHeuristicTier();
const whole = photographOf(bay);

/** A part of the photo as the camera would have taken it, the rest cut away or beyond the frame. */
function cropped(left: number, top: number, right: number, bottom: number): Frame {
  const x0 = Math.round(left * whole.width);
  const y0 = Math.round(top * whole.height);
  const frame = blank(
    Math.round(right * whole.width) - x0,
    Math.round(bottom * whole.height) - y0,
    [90, 88, 86],
  );
  for (let y = 0; y < frame.height; y++)
    for (let x = 0; x < frame.width; x++) {
      const [sx, sy] = [x + x0, y + y0];
      if (sx < 0 || sy < 0 || sx >= whole.width || sy >= whole.height) continue;
      const from = (sy * whole.width + sx) * 3;
      frame.data.set(whole.data.subarray(from, from + 3), (y * frame.width + x) * 3);
    }
  return frame;
}

test('a place that lies outside the photo is never missing, however the photo is cut or shifted', async () => {
  const cut = fc.double({ min: -0.1, max: 0.45, noNaN: true });
  await fc.assert(
    fc.asyncProperty(cut, cut, cut, cut, async (left, top, right, bottom) => {
      const frame = cropped(left, top, Math.max(left + 0.4, 1 - right), Math.max(top + 0.4, 1 - bottom));
      const realogram = await tier.detect(
        { frame, planogram: bay.planogram, references },
        new AbortController().signal,
      );
      const { findings } = assess(bay.planogram, realogram);
      const h = realogram.planogramToPhoto;
      for (const p of bay.planogram.positions) {
        const verdict = findings.find(({ positionId }) => positionId === p.id)?.verdict;
        // Every place of the bay is filled: what is in view is there, and what is not is not judged.
        expect(verdict).not.toBe('MISSING');
        if (h === null) continue;
        const [x, y] = project(h, p.xMm + p.widthMm / 2, p.yMm + p.heightMm / 2);
        const isFarOut = x < -0.1 || y < -0.1 || x > 1.1 || y > 1.1;
        if (isFarOut) expect(verdict).toBe('NOT_VISIBLE');
      }
    }),
    { numRuns: 8, seed: 11 },
  );
}, 60_000);
