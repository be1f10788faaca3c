import type { Homography } from '../../math/homography.ts';
import type { Slot } from '../../planogram/model.ts';
import type { CoveredRegion } from '../../realogram.ts';
import { applyRegistration } from './registration.ts';

/** Samples along each side of a slot. */
const samples = 6;

/** Returns a function that gives the share (0..1) of a slot that the regions cover. */
export function coveredShareOf(
  regions: readonly CoveredRegion[],
  planogramToPhoto: Homography,
): (slot: Slot) => number {
  const outlines = regions.flatMap((region) => region.outlines);

  return ({ xMm, yMm, widthMm, heightMm }) => {
    let covered = 0;
    for (let j = 0; j < samples; j++)
      for (let i = 0; i < samples; i++) {
        const { x, y } = applyRegistration(
          planogramToPhoto,
          xMm + ((i + 0.5) / samples) * widthMm,
          yMm + ((j + 0.5) / samples) * heightMm,
        );
        if (isInOutlines(outlines, x, y)) covered++;
      }
    return covered / (samples * samples);
  };
}

/** Returns whether a point lies within an odd number of outlines. */
export function isInOutlines(outlines: readonly (readonly number[])[], x: number, y: number): boolean {
  let inside = false;
  for (const outline of outlines)
    for (let i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = [outline[i], outline[i + 1], outline[j], outline[j + 1]];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  return inside;
}
