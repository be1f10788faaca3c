import type { Homography } from './homography.ts';
import { leastSquares } from './least-squares.ts';

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
 * Fits a homography by weighted least squares (algebraic error, h33 = 1); returns null when the points do not determine
 * one. Both sides should be of the order of 1: the equations are not conditioned here.
 */
export function fitHomography(pairs: readonly Correspondence[]): Homography | null {
  const problem = leastSquares(8);
  for (const { from, to, weight } of pairs) {
    const [x, y] = from;
    const [u, v] = to;
    problem.add([x, y, 1, 0, 0, 0, -u * x, -u * y, u], weight);
    problem.add([0, 0, 0, x, y, 1, -v * x, -v * y, v], weight);
  }
  const solution = problem.solve();
  return solution === null ? null : [...solution, 1];
}
