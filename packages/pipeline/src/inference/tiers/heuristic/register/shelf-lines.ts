import type { LabImage } from '../pixels/lab-image.ts';

/**
 * How strongly each pixel lies on a long, nearly horizontal brightness edge, as the front of a shelf board (price
 * rail) makes: z-scored over the photo, so that 0 is ordinary and 3 is a line. `values.length === width * height`.
 */
export interface ShelfLines {
  width: number;
  height: number;
  values: Float32Array;
}

/** A rail runs on unbroken for longer than any pack is wide; averaging over this share of the width fades packs. */
const runShare = 0.12;

export function shelfLinesOf(image: LabImage): ShelfLines {
  const { width, height, data } = image;
  const edges = new Float32Array(width * height);
  for (let y = 1; y + 1 < height; y++)
    for (let x = 0; x < width; x++) {
      const up = data[((y - 1) * width + x) * 3] ?? 0;
      const down = data[((y + 1) * width + x) * 3] ?? 0;
      edges[y * width + x] = down - up;
    }
  // The signed mean along the run: edges of packs and print change sign along a row and cancel, a rail's do not.
  const values = new Float32Array(width * height);
  const half = Math.max(1, Math.round((width * runShare) / 2));
  const sums = new Float64Array(width + 1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // Three rows together forgive the slope of a slightly turned photo.
      const here = edges[y * width + x] ?? 0;
      const above = y > 0 ? (edges[(y - 1) * width + x] ?? 0) : 0;
      const below = y + 1 < height ? (edges[(y + 1) * width + x] ?? 0) : 0;
      sums[x + 1] = (sums[x] ?? 0) + (here + above + below) / 3;
    }
    for (let x = 0; x < width; x++) {
      const from = Math.max(0, x - half);
      const to = Math.min(width, x + half + 1);
      values[y * width + x] = Math.abs(((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from));
    }
  }
  standardise(values);
  for (let i = 0; i < values.length; i++) values[i] = Math.min(maxStrength, values[i] ?? 0);
  return { width, height, values };
}

/** A line counts up to this z-score: one glaring edge is no better a rail than a clear one. */
export const maxStrength = 4;
const samples = 12;

/** Returns the mean strength along the segment, sampled at 12 points; points outside count as 0. */
export function strengthAlong(lines: ShelfLines, x0: number, y0: number, x1: number, y1: number): number {
  const { width, height, values } = lines;
  const stepX = (x1 - x0) / samples;
  const stepY = (y1 - y0) / samples;
  let sum = 0;
  for (let i = 0.5; i < samples; i++) {
    const x = Math.floor(x0 + stepX * i + 0.5);
    const y = Math.floor(y0 + stepY * i + 0.5);
    if (x >= 0 && y >= 0 && x < width && y < height) sum += values[y * width + x] ?? 0;
  }
  return sum / samples;
}

/** Standardises in place to zero mean and unit deviation; a constant field becomes zeros. */
export function standardise(values: Float32Array): void {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const v = values[i] ?? 0;
    sum += v;
    squares += v * v;
  }
  const mean = sum / Math.max(1, values.length);
  const deviation = Math.sqrt(Math.max(0, squares / Math.max(1, values.length) - mean * mean));
  const scale = deviation > 1e-6 ? 1 / deviation : 0;
  for (let i = 0; i < values.length; i++) values[i] = ((values[i] ?? 0) - mean) * scale;
}
