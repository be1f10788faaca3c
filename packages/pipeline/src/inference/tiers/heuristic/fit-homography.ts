import type { Homography } from '../../../geometry/homography.ts';

export type Point = readonly [x: number, y: number];

export interface Correspondence {
  from: Point;
  to: Point;
  weight: number;
}

/** Maps the unit square (0,0) (1,0) (1,1) (0,1) onto four corners in that order (Heckbert 1989, closed form). */
export function squareToQuad(corners: readonly [Point, Point, Point, Point]): Homography {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners;
  const sx = x0 - x1 + x2 - x3;
  const sy = y0 - y1 + y2 - y3;
  const dx1 = x1 - x2;
  const dx2 = x3 - x2;
  const dy1 = y1 - y2;
  const dy2 = y3 - y2;
  const det = dx1 * dy2 - dx2 * dy1 || 1e-12;
  const g = (sx * dy2 - dx2 * sy) / det;
  const h = (dx1 * sy - sx * dy1) / det;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1];
}

/**
 * Weighted least squares homography (algebraic error, h33 = 1) or null when the points do not determine one.
 * Both sides should be of the order of 1: the equations are not conditioned here.
 */
export function fitHomography(pairs: readonly Correspondence[]): Homography | null {
  const n = 8;
  const normal = Array.from({ length: n }, () => new Float64Array(n + 1));
  const row = new Float64Array(n + 1);
  const add = (weight: number): void => {
    for (let i = 0; i < n; i++) {
      const target = normal[i];
      if (target === undefined) continue;
      const wi = weight * (row[i] ?? 0);
      if (wi === 0) continue;
      for (let j = 0; j <= n; j++) target[j] = (target[j] ?? 0) + wi * (row[j] ?? 0);
    }
  };
  for (const { from, to, weight } of pairs) {
    const [x, y] = from;
    const [u, v] = to;
    row.set([x, y, 1, 0, 0, 0, -u * x, -u * y, u]);
    add(weight);
    row.set([0, 0, 0, x, y, 1, -v * x, -v * y, v]);
    add(weight);
  }
  const solution = solve(normal);
  return solution === null ? null : [...solution, 1];
}

/** Gauss-Jordan with partial pivoting on an n x (n + 1) system; null when singular. */
function solve(system: Float64Array[]): number[] | null {
  const n = system.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++)
      if (Math.abs(system[r]?.[c] ?? 0) > Math.abs(system[pivot]?.[c] ?? 0)) pivot = r;
    const lead = system[pivot];
    const swapped = system[c];
    if (lead === undefined || swapped === undefined) return null;
    system[pivot] = swapped;
    system[c] = lead;
    const head = lead[c] ?? 0;
    if (!(Math.abs(head) > 1e-14)) return null;
    for (let j = c; j <= n; j++) lead[j] = (lead[j] ?? 0) / head;
    for (let r = 0; r < n; r++) {
      const other = system[r];
      if (r === c || other === undefined) continue;
      const factor = other[c] ?? 0;
      if (factor !== 0) for (let j = c; j <= n; j++) other[j] = (other[j] ?? 0) - factor * (lead[j] ?? 0);
    }
  }
  return system.map((row) => row[n] ?? 0);
}
