import type { PlacementScorer } from './placement-scorer.ts';

/** A possible placement of the bay in the photo. */
export interface Hypothesis {
  /** Bay corners in fractions of the photo: top-left, top-right, bottom-right, bottom-left as x, y pairs. */
  corners: readonly number[];
  /** Mean z-score of the evidence; comparable within one photo. */
  score: number;
}

/** The eight ways to push a quadrilateral: shift, stretch, shear/turn, keystone, each for x and y. Corner order as above. */
const pushes: readonly (readonly number[])[] = [
  [1, 0, 1, 0, 1, 0, 1, 0],
  [0, 1, 0, 1, 0, 1, 0, 1],
  [-1, 0, 1, 0, 1, 0, -1, 0],
  [0, -1, 0, -1, 0, 1, 0, 1],
  [0, -1, 0, 1, 0, 1, 0, -1],
  [1, 0, 1, 0, -1, 0, -1, 0],
  [0, -1, 0, 1, 0, -1, 0, 1],
  [-1, 0, 1, 0, -1, 0, 1, 0],
];

/** Improves a placement by ever smaller pushes: first on the pooled maps, then on the exact ones. */
export function hillClimb(start: Hypothesis, rough: PlacementScorer, exact: PlacementScorer): Hypothesis {
  let corners = start.corners;
  for (const [score, from, to] of [
    [rough, 0.03, 0.01],
    [exact, 0.015, 0.002],
  ] as const) {
    let top = score(corners);
    for (let step = from; step >= to; ) {
      let moved = false;
      for (const push of pushes)
        for (const sign of [-1, 1]) {
          const next = corners.map((c, i) => c + sign * step * (push[i] ?? 0));
          const s = score(next);
          if (s > top) {
            top = s;
            corners = next;
            moved = true;
          }
        }
      if (!moved) step /= 1.7;
    }
  }
  return { corners, score: exact(corners) };
}
