import type { IntegralImage } from '../pixels/integral-image.ts';
import { type ReferenceImage, scaledReference } from './reference-image.ts';

/**
 * The mean Lab of a columns x rows grid over a box. In the pattern of a reference, `values` have zero mean per channel and
 * unit length after damping. In a sample of a photo, `values` are raw: their means cancel in any product with a reference's
 * values, and `scale` normalises their length. Cheap to compute from an integral image.
 */
export interface GridPattern {
  values: Float32Array;
  mean: [number, number, number];
  scale: number;
}

export interface GridShape {
  columns: number;
  rows: number;
}

/** Contrast below this (Lab units per cell) is noise: normalisation must not amplify it to a full pattern. */
const noiseLevel = 3;
/** Colour casts between packshot and shop light are of this order (stretched Lab units). */
const castTolerance = 28;

export function gridPattern(shape: GridShape): GridPattern {
  return { values: new Float32Array(shape.columns * shape.rows * 3), mean: [0, 0, 0], scale: 1 };
}

const known = new WeakMap<ReferenceImage, Map<number, GridPattern>>();

/** Returns the pattern of a whole reference image; cached. */
export function gridOfImage(image: ReferenceImage, shape: GridShape): GridPattern {
  const key = shape.columns * (maxRows + 1) + shape.rows;
  let grids = known.get(image);
  if (grids === undefined) {
    grids = new Map();
    known.set(image, grids);
  }
  let pattern = grids.get(key);
  if (pattern !== undefined) return pattern;
  pattern = gridPattern(shape);
  grids.set(key, pattern);
  pattern.values.set(scaledReference(image, shape.columns, shape.rows).data);
  normalise(pattern);
  return pattern;
}

/** Samples the box (pixels, may be fractional). Returns false when the box does not lie wholly inside. */
export function sampleGrid(
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
  weigh(into);
  return true;
}

/** Grids have at most this many columns and rows. */
const maxColumns = 8;
const maxRows = 8;
const columnEdges = new Int32Array(maxColumns + 1);
const rowEdges = new Int32Array(maxRows + 1);
/** Sums above and left of the corners of a row of cells: those of its upper and its lower side. */
let upper = new Float64Array((maxColumns + 1) * 3);
let lower = new Float64Array((maxColumns + 1) * 3);

/**
 * Computes the mean Lab of every cell of the grid laid over the box, interleaved; the box is clamped into the image. At most 8 x 8
 * cells. Neighbouring cells share their corners, so each corner is read once.
 */
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
  const xAt = edges(columnEdges, columns, x, width, image.width);
  const yAt = edges(rowEdges, rows, y, height, image.height);
  const stride = (image.width + 1) * 4;
  const s = image.sums;
  readCorners(s, (yAt[0] ?? 0) * stride, xAt, columns, upper);
  let o = 0;
  for (let r = 0; r < rows; r++) {
    const y0 = yAt[r] ?? 0;
    const y1 = yAt[r + 1] ?? 0;
    readCorners(s, y1 * stride, xAt, columns, lower);
    for (let c = 0; c < columns; c++) {
      const area = 1 / Math.max(1, ((xAt[c + 1] ?? 0) - (xAt[c] ?? 0)) * (y1 - y0));
      const i = c * 3;
      values[o] = ((lower[i + 3] ?? 0) - (lower[i] ?? 0) - (upper[i + 3] ?? 0) + (upper[i] ?? 0)) * area;
      values[o + 1] =
        ((lower[i + 4] ?? 0) - (lower[i + 1] ?? 0) - (upper[i + 4] ?? 0) + (upper[i + 1] ?? 0)) * area;
      values[o + 2] =
        ((lower[i + 5] ?? 0) - (lower[i + 2] ?? 0) - (upper[i + 5] ?? 0) + (upper[i + 2] ?? 0)) * area;
      o += 3;
    }
    const done = upper;
    upper = lower;
    lower = done;
  }
}

function readCorners(
  sums: Float64Array,
  row: number,
  columnsAt: Int32Array,
  columns: number,
  into: Float64Array,
): void {
  for (let c = 0, o = 0; c <= columns; c++, o += 3) {
    const i = row + (columnsAt[c] ?? 0) * 4;
    into[o] = sums[i] ?? 0;
    into[o + 1] = sums[i + 1] ?? 0;
    into[o + 2] = sums[i + 2] ?? 0;
  }
}

/** Computes the cell borders along one axis, in whole pixels inside the image; each cell is at least one pixel wide. */
function edges(into: Int32Array, cells: number, from: number, length: number, limit: number): Int32Array {
  const step = length / cells;
  if (limit < cells) {
    for (let i = 0; i <= cells; i++) into[i] = Math.floor((i * limit) / cells);
    return into;
  }
  let minEdge = 0;
  for (let i = 0; i <= cells; i++) {
    // Rounds half up, as the coordinates are never far below zero.
    const edge = Math.floor(from + i * step + 0.5);
    const maxEdge = limit - cells + i;
    const edgeInside = edge < minEdge ? minEdge : Math.min(edge, maxEdge);
    into[i] = edgeInside;
    minEdge = edgeInside + 1;
  }
  return into;
}

/** Returns the likeness (-1..1) of a sample and a reference of the same grid shape, by pattern and absolute colour. */
export function likeness(seen: GridPattern, expected: GridPattern): number {
  const a = seen.values;
  const b = expected.values;
  let dotL = 0;
  let dotA = 0;
  let dotB = 0;
  for (let i = 0; i < a.length; i += 3) {
    dotL += (a[i] ?? 0) * (b[i] ?? 0);
    dotA += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
    dotB += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
  }
  const dot = dotL + dotA + dotB;
  const dl = (seen.mean[0] - expected.mean[0]) * 0.5;
  const da = seen.mean[1] - expected.mean[1];
  const db = seen.mean[2] - expected.mean[2];
  const colour = Math.exp(-(dl * dl + da * da + db * db) / (2 * castTolerance * castTolerance));
  return 0.65 * dot * seen.scale + 0.35 * (2 * colour - 1);
}

/** Computes the means and the scale of a sample. */
function weigh(pattern: GridPattern): void {
  const { values, mean } = pattern;
  const cells = values.length / 3;
  let l = 0;
  let a = 0;
  let b = 0;
  let ll = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < values.length; i += 3) {
    const vl = values[i] ?? 0;
    const va = values[i + 1] ?? 0;
    const vb = values[i + 2] ?? 0;
    l += vl;
    a += va;
    b += vb;
    ll += vl * vl;
    aa += va * va;
    bb += vb * vb;
  }
  const squares = ll + aa + bb;
  mean[0] = l / cells;
  mean[1] = a / cells;
  mean[2] = b / cells;
  const energy = Math.max(0, squares - (l * l + a * a + b * b) / cells) + noiseLevel * noiseLevel * cells;
  pattern.scale = 1 / Math.sqrt(energy);
}

function normalise(pattern: GridPattern): void {
  weigh(pattern);
  const { values, mean, scale } = pattern;
  for (let i = 0; i < values.length; i += 3)
    for (const k of [0, 1, 2] as const) values[i + k] = ((values[i + k] ?? 0) - mean[k]) * scale;
  pattern.scale = 1;
}
