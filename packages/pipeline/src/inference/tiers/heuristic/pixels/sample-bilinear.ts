/** An image with three values a pixel. */
interface Sampled {
  data: Uint8Array | Float32Array;
  width: number;
  height: number;
}

/**
 * Writes the bilinear sample of `image` at the point (`px`, `py`) to `out[at..at + 2]`; pixel centres are whole numbers. Beyond its
 * edge the image repeats its last pixels. `add` is 0.5 where `out` holds whole numbers and truncates, otherwise 0.
 */
export function sampleBilinear(
  { data, width, height }: Sampled,
  px: number,
  py: number,
  out: Uint8Array | Float32Array,
  at: number,
  add: 0 | 0.5,
): void {
  const x = Math.max(0, Math.min(width - 1, px));
  const y = Math.max(0, Math.min(height - 1, py));
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const fx = x - x0;
  const fy = y - y0;
  const a = (y0 * width + x0) * 3;
  const b = x0 + 1 < width ? a + 3 : a;
  const down = y0 + 1 < height ? width * 3 : 0;
  for (let c = 0; c < 3; c++) {
    const top = (data[a + c] ?? 0) * (1 - fx) + (data[b + c] ?? 0) * fx;
    const low = (data[a + down + c] ?? 0) * (1 - fx) + (data[b + down + c] ?? 0) * fx;
    out[at + c] = top * (1 - fy) + low * fy + add;
  }
}
