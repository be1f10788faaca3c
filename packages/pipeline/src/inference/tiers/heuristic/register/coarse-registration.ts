import { squareToQuad } from '../../../../math/fit-homography.ts';
import { compose, type Homography, scaling } from '../../../../math/homography.ts';
import { integralOf, sumBuffer } from '../pixels/integral-image.ts';
import type { LabImage } from '../pixels/lab-image.ts';
import type { Plan } from '../templates/product-template.ts';
import { type Hypothesis, hillClimb } from './hill-climb.ts';
import { type PlacementScorer, placementScorer } from './placement-scorer.ts';
import { pooled, responseMaps } from './response-map.ts';
import { shelfLinesOf } from './shelf-lines.ts';

/** The search for the bay's edges reaches this share of the photo outside and inside the frame, in these steps. */
const edgeReach = 0.16;
const edgeStep = 0.03;
/** Height of the bay in the photo against its true shape: drawn plans exaggerate the spacing of shelves. */
const squeezes = [0.85, 0.92, 1, 1.08, 1.17];
/** A hand-held or mounted camera is level within a few degrees. */
const rollsDeg = [-4, -2, 0, 2, 4];
/** Packs of the photo against packs of the plan when the bay fills the frame: 1/1.25 (cut) to 1.25 (margins). */
const packScales = [0.82, 0.95, 1.1];
/** Scoring more slots than this adds time, not certainty. */
const maxScoredPlaces = { rough: 60, exact: 120 };
const buffer = sumBuffer();
const maxHypotheses = 16;
/** Placements whose corners are all this close (shares of the photo) converge to the same optimum. */
const minCornerDistance = 0.06;

/** Returns the most plausible placements of the bay in the photo, best first; empty when the bay has no size. */
export function coarseRegistrations(plan: Plan, photo: LabImage): Hypothesis[] {
  const { planogram } = plan;
  if (!(planogram.widthMm > 0) || !(planogram.heightMm > 0)) return [];
  const integral = integralOf(photo, buffer);
  const lines = shelfLinesOf(photo);
  const found: Hypothesis[] = [];
  for (const { width, lefts } of baseSpans(photo, planogram)) {
    const scale = (width * photo.width) / planogram.widthMm;
    const maps = packScales.map((m) => responseMaps(integral, plan.productTemplates, scale * m, scale * m));
    const rough = placementScorer(plan, photo, maps.map(pooled), lines, maxScoredPlaces.rough);
    const exact = placementScorer(plan, photo, maps, lines, maxScoredPlaces.exact);
    const starts = lefts.flatMap((left) => sweep(left, width, photo, planogram, rough));
    for (const start of best(starts, maxHypotheses)) found.push(hillClimb(start, rough, exact));
  }
  return best(found, 5);
}

/** A width of the bay and left edges to try it at, in fractions of the photo's width. */
interface Span {
  width: number;
  lefts: number[];
}

/** Returns the photo's full width as a span. A much narrower bay also gets spans at which it is as high as the photo. */
function baseSpans(photo: LabImage, bay: { widthMm: number; heightMm: number }): Span[] {
  const narrow = (bay.widthMm / bay.heightMm) * (photo.height / photo.width);
  const spans = [{ width: 1, lefts: [0] }];
  if (narrow < 0.75) spans.push({ width: narrow, lefts: [0, (1 - narrow) / 2, 1 - narrow] });
  return spans;
}

/** Returns the best placements of an upright or slightly turned bay around the base span. */
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
            const minScore =
              found.length < maxHypotheses ? Number.NEGATIVE_INFINITY : (found.at(-1)?.score ?? 0);
            const reached = score(corners, minScore);
            if (reached > minScore)
              insertHypothesis(found, { corners: [...corners], score: reached }, maxHypotheses);
          }
      }
    }
  return found;
}

/** Returns the best `count` distinct placements (some corner differs by more than `minCornerDistance`). */
function best(hypotheses: Iterable<Hypothesis>, count: number): Hypothesis[] {
  const top: Hypothesis[] = [];
  for (const h of hypotheses) insertHypothesis(top, h, count);
  return top;
}

/** Inserts the hypothesis into the sorted `top` when its score is high enough. */
function insertHypothesis(top: Hypothesis[], h: Hypothesis, count: number): void {
  const twin = top.findIndex((t) =>
    t.corners.every((c, i) => Math.abs(c - (h.corners[i] ?? 0)) < minCornerDistance),
  );
  if (twin >= 0) {
    if ((top[twin]?.score ?? 0) >= h.score) return;
    top.splice(twin, 1);
  } else if (top.length >= count && h.score <= (top.at(-1)?.score ?? 0)) return;
  const place = top.findIndex((t) => t.score < h.score);
  top.splice(place < 0 ? top.length : place, 0, h);
  if (top.length > count) top.pop();
}

/** Returns the homography from bay millimetres to photo pixels. */
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
