import type { IntegralImage } from './integral-image.ts';
import { type ReferenceImage, templateOf } from './reference-image.ts';

/**
 * A coarse look at a box: the mean Lab of a columns x rows grid, each channel's own mean taken out (`values`,
 * unit length after damping) and kept apart (`mean`). Cheap from an integral image at any place and size.
 */
export interface GridPattern {
  values: Float32Array;
  mean: [number, number, number];
}

export interface GridShape {
  columns: number;
  rows: number;
}

/** Contrast below this (Lab units per cell) is noise: it must not be blown up to a full pattern. */
const noiseFloor = 3;
/** Colour casts between packshot and shop light are of this order (stretched Lab units). */
const castTolerance = 28;

export function gridPattern(shape: GridShape): GridPattern {
  return { values: new Float32Array(shape.columns * shape.rows * 3), mean: [0, 0, 0] };
}

/** The pattern of a whole reference image. */
export function gridOfImage(image: ReferenceImage, shape: GridShape): GridPattern {
  const pattern = gridPattern(shape);
  pattern.values.set(templateOf(image, shape.columns, shape.rows).data);
  normalise(pattern);
  return pattern;
}

/** Looks at the box (pixels, may be fractional); false when less than the whole box lies inside. */
export function lookAtBox(
  image: IntegralImage,
  shape: GridShape,
  x: number,
  y: number,
  width: number,
  height: number,
  into: GridPattern,
): boolean {
  if (x < -0.5 || y < -0.5 || x + width > image.width + 0.5 || y + height > image.height + 0.5) return false;
  meanCells(image, shape, x, y, width, height, into.values);
  normalise(into);
  return true;
}

/** Mean Lab of every cell of the grid laid over the box, interleaved; the box is clamped into the image. */
export function meanCells(
  image: IntegralImage,
  shape: GridShape,
  x: number,
  y: number,
  width: number,
  height: number,
  values: Float32Array,
): void {
  const { columns, rows } = shape;
  const stride = (image.width + 1) * 4;
  const s = image.sums;
  let o = 0;
  for (let r = 0; r < rows; r++) {
    const y0 = Math.max(0, Math.min(image.height - 1, Math.round(y + (r * height) / rows)));
    const y1 = Math.max(y0 + 1, Math.min(image.height, Math.round(y + ((r + 1) * height) / rows)));
    for (let c = 0; c < columns; c++) {
      const x0 = Math.max(0, Math.min(image.width - 1, Math.round(x + (c * width) / columns)));
      const x1 = Math.max(x0 + 1, Math.min(image.width, Math.round(x + ((c + 1) * width) / columns)));
      const area = 1 / ((x1 - x0) * (y1 - y0));
      const a = y0 * stride + x0 * 4;
      const b = y0 * stride + x1 * 4;
      const d = y1 * stride + x0 * 4;
      const e = y1 * stride + x1 * 4;
      for (let k = 0; k < 3; k++) {
        values[o++] = ((s[e + k] ?? 0) - (s[d + k] ?? 0) - (s[b + k] ?? 0) + (s[a + k] ?? 0)) * area;
      }
    }
  }
}

/** -1..1: how alike two looks of the same grid shape are; pattern and absolute colour together. */
export function likeness(seen: GridPattern, expected: GridPattern): number {
  const a = seen.values;
  const b = expected.values;
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += (a[i] ?? 0) * (b[i] ?? 0);
  const dl = (seen.mean[0] - expected.mean[0]) * 0.5;
  const da = seen.mean[1] - expected.mean[1];
  const db = seen.mean[2] - expected.mean[2];
  const colour = Math.exp(-(dl * dl + da * da + db * db) / (2 * castTolerance * castTolerance));
  return 0.65 * dot + 0.35 * (2 * colour - 1);
}

function normalise(pattern: GridPattern): void {
  const { values, mean } = pattern;
  const cells = values.length / 3;
  for (let k = 0; k < 3; k++) {
    let sum = 0;
    for (let i = k; i < values.length; i += 3) sum += values[i] ?? 0;
    mean[k as 0 | 1 | 2] = sum / cells;
  }
  let energy = noiseFloor * noiseFloor * cells;
  for (let i = 0; i < values.length; i++) {
    const v = (values[i] ?? 0) - (mean[(i % 3) as 0 | 1 | 2] ?? 0);
    values[i] = v;
    energy += v * v;
  }
  const scale = 1 / Math.sqrt(energy);
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) * scale;
}
