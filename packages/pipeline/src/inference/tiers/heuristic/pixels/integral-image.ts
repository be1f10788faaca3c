import type { LabImage } from './lab-image.ts';

/**
 * Summed-area table of a LabImage: per cell the sums of L, a, b and of L² + a² + b² over everything above and
 * left of it. (width + 1) x (height + 1) cells of four numbers; a reused array may be longer. Any box sum costs four reads.
 */
export interface IntegralImage {
  width: number;
  height: number;
  sums: Float64Array;
}

/**
 * A reusable array for sums of tens of megabytes: allocating one for every photo costs more than filling it. Each call site
 * that needs one image at a time passes its own buffer. A new image invalidates the previous one in the same buffer.
 */
export interface SumBuffer {
  sums: Float64Array;
}

export const sumBuffer = (): SumBuffer => ({ sums: new Float64Array(0) });

export function integralOf(image: LabImage, buffer: SumBuffer = sumBuffer()): IntegralImage {
  const { width, height, data } = image;
  const stride = (width + 1) * 4;
  const length = stride * (height + 1);
  if (buffer.sums.length < length) buffer.sums = new Float64Array(length);
  const { sums } = buffer;
  sums.fill(0, 0, stride);
  for (let y = 0; y < height; y++) {
    let l = 0;
    let a = 0;
    let b = 0;
    let q = 0;
    sums.fill(0, (y + 1) * stride, (y + 1) * stride + 4);
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 3;
      const pl = data[i] ?? 0;
      const pa = data[i + 1] ?? 0;
      const pb = data[i + 2] ?? 0;
      l += pl;
      a += pa;
      b += pb;
      q += pl * pl + pa * pa + pb * pb;
      const o = (y + 1) * stride + (x + 1) * 4;
      const up = o - stride;
      sums[o] = (sums[up] ?? 0) + l;
      sums[o + 1] = (sums[up + 1] ?? 0) + a;
      sums[o + 2] = (sums[up + 2] ?? 0) + b;
      sums[o + 3] = (sums[up + 3] ?? 0) + q;
    }
  }
  return { width, height, sums };
}

/** Returns the sum of `channel` (0 L, 1 a, 2 b, 3 squares) over x0 <= x < x1, y0 <= y < y1; the box must lie inside. */
export function boxSum(
  image: IntegralImage,
  channel: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): number {
  const stride = (image.width + 1) * 4;
  const s = image.sums;
  const top = y0 * stride + channel;
  const bottom = y1 * stride + channel;
  return (
    (s[bottom + x1 * 4] ?? 0) - (s[bottom + x0 * 4] ?? 0) - (s[top + x1 * 4] ?? 0) + (s[top + x0 * 4] ?? 0)
  );
}
