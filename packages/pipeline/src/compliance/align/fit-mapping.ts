import { compose, type Homography } from '../../geometry/homography.ts';
import type { Size } from './layout.ts';
import type { Point } from './mapping.ts';

export interface Correspondence {
  planogram: Point;
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
  const normal = holds.map((value, row) => holds.map((_, column) => (row === column ? value : 0)));
  const right = holds.map((value, row) => value * (target[row] ?? 0));
  for (const { planogram, photo, weight } of points) {
    const u = planogram.x / halfX - 1;
    const v = planogram.y / halfY - 1;
    accumulate(normal, right, [u, v, 1, 0, 0, 0, -photo.x * u, -photo.x * v], photo.x, weight);
    accumulate(normal, right, [0, 0, 0, u, v, 1, -photo.y * u, -photo.y * v], photo.y, weight);
  }
  const solved = solve(normal, right);
  if (solved === null) return [...prior];
  return compose([...solved, 1], [1 / halfX, 0, -1, 0, 1 / halfY, -1, 0, 0, 1]);
}

function accumulate(normal: number[][], right: number[], row: number[], value: number, weight: number): void {
  row.forEach((a, i) => {
    const line = normal[i];
    if (line === undefined || a === 0) return;
    for (const [j, b] of row.entries()) line[j] = (line[j] ?? 0) + weight * a * b;
    right[i] = (right[i] ?? 0) + weight * a * value;
  });
}

/** Gaussian elimination with row pivoting. */
function solve(matrix: number[][], right: number[]): number[] | null {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const rest = rows.slice(column);
    const pivot = rest.reduce((a, b) => (Math.abs(b[column] ?? 0) > Math.abs(a[column] ?? 0) ? b : a));
    const lead = pivot[column] ?? 0;
    if (!(Math.abs(lead) > 1e-12)) return null;
    rows.splice(column + rest.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    for (const [i, row] of rows.entries()) {
      if (i === column) continue;
      const factor = (row[column] ?? 0) / lead;
      if (factor !== 0)
        for (let j = column; j <= size; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}
