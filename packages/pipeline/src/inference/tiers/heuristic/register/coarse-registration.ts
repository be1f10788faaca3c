import { compose, type Homography, scaling } from '../../../geometry/homography.ts';
import type { Plan } from './figure.ts';
import { squareToQuad } from './fit-homography.ts';
import { integralOf, sumStore } from './integral-image.ts';
import type { LabImage } from './lab-image.ts';
import { type PlacementScorer, placementScorer } from './placement-scorer.ts';
import { pooled, responseMaps } from './response-map.ts';
import { shelfLinesOf } from './shelf-lines.ts';

/** A guess of where the bay lies. */
export interface Hypothesis {
  /** Bay corners in fractions of the photo: top-left, top-right, bottom-right, bottom-left as x, y pairs. */
  corners: readonly number[];
  /** Mean z-score of the evidence; comparable within one photo. */
  score: number;
}

/** The bay's edges are looked for up to this share of the photo outside or inside the frame, in these steps. */
const edgeReach = 0.16;
const edgeStep = 0.03;
/** Height of the bay in the photo against its true shape: drawn plans exaggerate the spacing of shelves. */
const squeezes = [0.85, 0.92, 1, 1.08, 1.17];
/** A hand-held or mounted camera is level within a few degrees. */
const rollsDeg = [-4, -2, 0, 2, 4];
/** Packs of the photo against packs of the plan when the bay fills the frame: 1/1.25 (cut) to 1.25 (margins). */
const packScales = [0.82, 0.95, 1.1];
/** More slots than this add time, not certainty. */
const maxScoredPlaces = { rough: 60, exact: 120 };
const store = sumStore();
const kept = 16;
/** Placements whose corners are all this close (shares of the photo) climb to the same top. */
const apart = 0.06;

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

/** The most plausible placements of the bay in the photo, best first; empty when there is nothing to go by. */
export function coarseRegistrations(plan: Plan, photo: LabImage): Hypothesis[] {
  const { planogram } = plan;
  if (!(planogram.widthMm > 0) || !(planogram.heightMm > 0)) return [];
  const integral = integralOf(photo, store);
  const lines = shelfLinesOf(photo);
  const found: Hypothesis[] = [];
  for (const { width, lefts } of baseSpans(photo, planogram)) {
    const scale = (width * photo.width) / planogram.widthMm;
    const maps = packScales.map((m) => responseMaps(integral, plan.figures, scale * m, scale * m));
    const rough = placementScorer(plan, photo, maps.map(pooled), lines, maxScoredPlaces.rough);
    const exact = placementScorer(plan, photo, maps, lines, maxScoredPlaces.exact);
    const starts = lefts.flatMap((left) => sweep(left, width, photo, planogram, rough));
    for (const start of best(starts, kept)) found.push(climb(start, rough, exact));
  }
  return best(found, 5);
}

/** A width of the bay and left edges to try it at, in fractions of the photo's width. */
interface Span {
  width: number;
  lefts: number[];
}

/** The bay is as wide as the photo; or, when it is a good deal narrower, as high as the photo, wherever that leaves it. */
function baseSpans(photo: LabImage, bay: { widthMm: number; heightMm: number }): Span[] {
  const narrow = (bay.widthMm / bay.heightMm) * (photo.height / photo.width);
  const spans = [{ width: 1, lefts: [0] }];
  if (narrow < 0.75) spans.push({ width: narrow, lefts: [0, (1 - narrow) / 2, 1 - narrow] });
  return spans;
}

/** The best placements of an upright or slightly turned bay around the base span. */
function sweep(
  baseLeft: number,
  baseWidth: number,
  photo: LabImage,
  bay: { widthMm: number; heightMm: number },
  score: PlacementScorer,
): Hypothesis[] {
  const found: Hypothesis[] = [];
  const aspect = photo.width / photo.height;
  const reach = Math.round(edgeReach / edgeStep);
  const unit = edgeStep * baseWidth;
  const corners = new Float64Array(8);
  const slopes = rollsDeg.map((roll) => Math.tan((roll * Math.PI) / 180));
  for (let l = -reach; l <= reach; l++)
    for (let r = -reach; r <= reach; r++) {
      const left = baseLeft + l * unit;
      const right = baseLeft + baseWidth + r * unit;
      for (const squeeze of squeezes) {
        const height = ((right - left) * aspect * bay.heightMm * squeeze) / bay.widthMm;
        const highest = Math.min(0, 1 - height) - edgeReach / 2;
        const lowest = Math.max(0, 1 - height) + edgeReach / 2;
        for (let top = highest; top <= lowest; top += edgeStep)
          for (const slope of slopes) {
            const rise = ((right - left) / 2) * slope * aspect;
            const lean = ((height / 2) * slope) / aspect;
            const bottom = top + height;
            corners[0] = left + lean;
            corners[1] = top - rise;
            corners[2] = right + lean;
            corners[3] = top + rise;
            corners[4] = right - lean;
            corners[5] = bottom + rise;
            corners[6] = left - lean;
            corners[7] = bottom - rise;
            const least = found.length < kept ? Number.NEGATIVE_INFINITY : (found.at(-1)?.score ?? 0);
            const reached = score(corners, least);
            if (reached > least) keep(found, { corners: [...corners], score: reached }, kept);
          }
      }
    }
  return found;
}

/** Climbs in smaller and smaller pushes: first on the forgiving maps, then on the exact ones. */
function climb(start: Hypothesis, rough: PlacementScorer, exact: PlacementScorer): Hypothesis {
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

/** The best `count` that are not the same place twice (some corner differs by more than `apart`). */
function best(hypotheses: Iterable<Hypothesis>, count: number): Hypothesis[] {
  const top: Hypothesis[] = [];
  for (const h of hypotheses) keep(top, h, count);
  return top;
}

/** Puts the hypothesis among the sorted `top` if it belongs there. */
function keep(top: Hypothesis[], h: Hypothesis, count: number): void {
  const twin = top.findIndex((t) => t.corners.every((c, i) => Math.abs(c - (h.corners[i] ?? 0)) < apart));
  if (twin >= 0) {
    if ((top[twin]?.score ?? 0) >= h.score) return;
    top.splice(twin, 1);
  } else if (top.length >= count && h.score <= (top.at(-1)?.score ?? 0)) return;
  const place = top.findIndex((t) => t.score < h.score);
  top.splice(place < 0 ? top.length : place, 0, h);
  if (top.length > count) top.pop();
}

/** Bay millimetres to photo pixels. */
export function homographyOf(
  corners: readonly number[],
  plan: Plan,
  width: number,
  height: number,
): Homography {
  const c = (i: number): [number, number] => [
    (corners[2 * i] ?? 0) * width,
    (corners[2 * i + 1] ?? 0) * height,
  ];
  return compose(
    squareToQuad([c(0), c(1), c(2), c(3)]),
    scaling(1 / plan.planogram.widthMm, 1 / plan.planogram.heightMm),
  );
}
