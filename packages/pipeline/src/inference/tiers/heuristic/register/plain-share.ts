import type { LabImage } from '../pixels/lab-image.ts';

/** Blocks of this many pixels of the refined photo: smaller than a pack, larger than a letter. */
const blockPx = 16;
/** Deviation of lightness below which a block shows a plain surface. */
const maxPlainDeviation = 4;

/** Returns the share of the photo that shows plain surfaces: a hand, a blind, a wall. */
export function plainShare({ data, width, height }: LabImage): number {
  let plain = 0;
  let blocks = 0;
  for (let top = 0; top + blockPx <= height; top += blockPx)
    for (let left = 0; left + blockPx <= width; left += blockPx) {
      let sum = 0;
      let squares = 0;
      for (let y = top; y < top + blockPx; y++)
        for (let x = left; x < left + blockPx; x++) {
          const l = data[(y * width + x) * 3] ?? 0;
          sum += l;
          squares += l * l;
        }
      const n = blockPx * blockPx;
      blocks++;
      if (squares / n - (sum / n) ** 2 < maxPlainDeviation ** 2) plain++;
    }
  return plain / Math.max(1, blocks);
}
