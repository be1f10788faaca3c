import { compose, type Homography } from '../../geometry/homography.ts';
import type { Size } from './layout.ts';
import type { Point } from './mapping.ts';

export interface Correspondence {
  planogram: Point;
  /**
   * The height in the planogram at which `photo.x` was taken: the middle of a box. The foot of a box is no point of a
   * product that leans in the photo; its middle is.
   */
  levelMm: number;
  photo: Point;
  weight: number;
}

/**
 * How strongly the fit holds on to what was known before, in units of one correspondence. Small for shift, scale and
 * shear: only what the correspondences leave open (one shelf says nothing of the height of a bay) stays as it was.
 * Large for perspective: a dozen jittered boxes must not tilt the bay.
 */
const hold = { shift: 0.01, linear: 0.05, perspective: 0.15 };

/**
 * The homography from planogram to photo that fits best, by weighted least squares on the algebraic error, held near
 * `prior` and towards no perspective. Returns the prior when the correspondences say nothing.
 */
export function fitMapping(points: readonly Correspondence[], prior: Homography, bay: Size): number[] {
  const halfX = bay.widthMm / 2;
  const halfY = bay.heightMm / 2;
  // Unknowns are those of a mapping from the bay scaled to -1..1, so that all are of like size.
  const scaled = compose(prior, [halfX, 0, halfX, 0, halfY, halfY, 0, 0, 1]);
  const last = scaled[8] ?? 1;
  const start = scaled.slice(0, 8).map((value) => value / last);
  const target = [...start.slice(0, 6), 0, 0];
  const holds = [
    hold.linear,
    hold.linear,
    hold.shift,
    hold.linear,
    hold.linear,
    hold.shift,
    hold.perspective,
    hold.perspective,
  ];
  const system = new Float64Array(unknowns * width);
  holds.forEach((value, i) => {
    system[i * width + i] = value;
    system[i * width + unknowns] = value * (target[i] ?? 0);
  });
  const row = new Float64Array(width);
  for (const { planogram, levelMm, photo, weight } of points) {
    const u = planogram.x / halfX - 1;
    const v = planogram.y / halfY - 1;
    const level = levelMm / halfY - 1;
    row.set([u, level, 1, 0, 0, 0, -photo.x * u, -photo.x * level, photo.x]);
    accumulate(system, row, weight);
    row.set([0, 0, 0, u, v, 1, -photo.y * u, -photo.y * v, photo.y]);
    accumulate(system, row, weight);
  }
  const solved = solve(system);
  if (solved === null) return [...prior];
  return compose([...solved, 1], [1 / halfX, 0, -1, 0, 1 / halfY, -1, 0, 0, 1]);
}

/** Eight unknowns, and the right-hand side as a ninth column. */
const unknowns = 8;
const width = unknowns + 1;

/** Adds one weighted equation (its coefficients, then its value) to the upper half of the normal equations. */
function accumulate(system: Float64Array, row: Float64Array, weight: number): void {
  for (let i = 0; i < unknowns; i++) {
    const a = weight * (row[i] ?? 0);
    if (a === 0) continue;
    for (let j = i; j < width; j++) system[i * width + j] = (system[i * width + j] ?? 0) + a * (row[j] ?? 0);
  }
}

/** Gaussian elimination with row pivoting, in place; only the upper half is given, the rest mirrors it. */
function solve(system: Float64Array): number[] | null {
  const cell = (row: number, column: number): number => system[row * width + column] ?? 0;
  for (let i = 0; i < unknowns; i++) for (let j = 0; j < i; j++) system[i * width + j] = cell(j, i);
  for (let column = 0; column < unknowns; column++) {
    let pivot = column;
    for (let row = column + 1; row < unknowns; row++)
      if (Math.abs(cell(row, column)) > Math.abs(cell(pivot, column))) pivot = row;
    const lead = cell(pivot, column);
    if (!(Math.abs(lead) > 1e-12)) return null;
    if (pivot !== column)
      for (let j = 0; j < width; j++) {
        const kept = cell(column, j);
        system[column * width + j] = cell(pivot, j);
        system[pivot * width + j] = kept;
      }
    for (let row = 0; row < unknowns; row++) {
      const factor = row === column ? 0 : cell(row, column) / lead;
      if (factor === 0) continue;
      for (let j = column; j < width; j++) system[row * width + j] = cell(row, j) - factor * cell(column, j);
    }
  }
  return Array.from({ length: unknowns }, (_, i) => cell(i, unknowns) / cell(i, i));
}
