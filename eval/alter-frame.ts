import type { Frame } from '@gondola/pipeline/photo-detection';

/** A change to a photo after it was taken: cut, then turned, mirrored or made grey. */
export interface Alteration {
  /** Degrees clockwise. */
  turn?: 90 | 180 | 270;
  mirrored?: boolean;
  grey?: boolean;
  /** Left, top, right, bottom, 0..1 of the photo. */
  crop?: readonly [number, number, number, number];
}

/** Returns the altered pixels. */
export function alteredFrame(frame: Frame, { turn, mirrored, grey, crop }: Alteration): Frame {
  const [left, top, right, bottom] = crop ?? [0, 0, 1, 1];
  const x0 = Math.round(left * frame.width);
  const y0 = Math.round(top * frame.height);
  const wide = Math.round(right * frame.width) - x0;
  const high = Math.round(bottom * frame.height) - y0;
  const sideways = turn === 90 || turn === 270;
  const width = sideways ? high : wide;
  const height = sideways ? wide : high;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const u = mirrored ? width - 1 - x : x;
      const [sx, sy] = sourceOf(u, y, wide, high, turn);
      const from = ((y0 + sy) * frame.width + x0 + sx) * 3;
      const to = (y * width + x) * 3;
      const [r = 0, g = 0, b = 0] = frame.data.subarray(from, from + 3);
      const luma = Math.round(0.299 * r + 0.587 * g + 0.114 * b);
      data.set(grey ? [luma, luma, luma] : [r, g, b], to);
    }
  return { width, height, data };
}

function sourceOf(x: number, y: number, wide: number, high: number, turn?: number): [number, number] {
  if (turn === 90) return [y, high - 1 - x];
  if (turn === 270) return [wide - 1 - y, x];
  if (turn === 180) return [wide - 1 - x, high - 1 - y];
  return [x, y];
}
