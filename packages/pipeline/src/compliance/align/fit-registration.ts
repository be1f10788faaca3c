import { compose, type Homography } from '../../math/homography.ts';
import { leastSquares } from '../../math/least-squares.ts';
import type { Size } from './layout.ts';
import type { Point } from './registration.ts';

export interface Correspondence {
  planogram: Point;
  /**
   * The height in the planogram at which `photo.x` was measured: the middle of a box. The foot of a leaning product is
   * elsewhere, but its middle is correct.
   */
  levelMm: number;
  photo: Point;
  weight: number;
}

/**
 * Weights of the prior, in units of one correspondence. Small for shift, scale and shear: only parameters that the
 * correspondences leave open stay at the prior (one shelf does not determine the height of a bay).
 * Large for perspective: a dozen jittered boxes must not tilt the bay.
 */
const priorWeights = { shift: 0.01, linear: 0.05, perspective: 0.15 };

/**
 * Fits the homography from planogram to photo by weighted least squares on the algebraic error, held near `prior` and
 * towards no perspective. Returns the prior when the correspondences do not determine one.
 */
export function fitRegistration(points: readonly Correspondence[], prior: Homography, bay: Size): number[] {
  const halfX = bay.widthMm / 2;
  const halfY = bay.heightMm / 2;
  // The unknowns belong to a registration of the bay scaled to -1..1, so that all have similar size.
  const scaled = compose(prior, [halfX, 0, halfX, 0, halfY, halfY, 0, 0, 1]);
  const last = scaled[8] ?? 1;
  const problem = leastSquares(8);
  for (const [unknown, weight] of priorWeightByUnknown.entries())
    problem.addPrior(unknown, unknown < 6 ? (scaled[unknown] ?? 0) / last : 0, weight);
  for (const { planogram, levelMm, photo, weight } of points) {
    const u = planogram.x / halfX - 1;
    const v = planogram.y / halfY - 1;
    const level = levelMm / halfY - 1;
    problem.add([u, level, 1, 0, 0, 0, -photo.x * u, -photo.x * level, photo.x], weight);
    problem.add([0, 0, 0, u, v, 1, -photo.y * u, -photo.y * v, photo.y], weight);
  }
  const solved = problem.solve();
  if (solved === null) return [...prior];
  return compose([...solved, 1], [1 / halfX, 0, -1, 0, 1 / halfY, -1, 0, 0, 1]);
}

/** Returns the coefficients of the unknowns, in the order of a homography's cells. */
const priorWeightByUnknown = [
  priorWeights.linear,
  priorWeights.linear,
  priorWeights.shift,
  priorWeights.linear,
  priorWeights.linear,
  priorWeights.shift,
  priorWeights.perspective,
  priorWeights.perspective,
];
