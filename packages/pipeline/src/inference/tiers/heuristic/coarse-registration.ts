import { compose, type Homography, project, scaling } from '../../../geometry/homography.ts';
import type { Plan } from './figure.ts';
import { squareToQuad } from './fit-homography.ts';
import { integralOf } from './integral-image.ts';
import type { LabImage } from './lab-image.ts';
import { pooled, type ResponseMaps, responseAt, responseMaps } from './response-map.ts';
import { type ShelfLines, shelfLinesOf, strengthAlong } from './shelf-lines.ts';

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
  const integral = integralOf(photo);
  const lines = shelfLinesOf(photo);
  const found: Hypothesis[] = [];
  for (const { width, lefts } of baseSpans(photo, planogram)) {
    const scale = (width * photo.width) / planogram.widthMm;
    const maps = packScales.map((m) => responseMaps(integral, plan.figures, scale * m, scale * m));
    const rough = scorer(plan, photo, maps.map(pooled), lines, maxScoredPlaces.rough);
    const exact = scorer(plan, photo, maps, lines, maxScoredPlaces.exact);
    const starts = lefts.flatMap((left) => best(sweep(left, width, photo, planogram, rough), kept));
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

function* sweep(
  baseLeft: number,
  baseWidth: number,
  photo: LabImage,
  bay: { widthMm: number; heightMm: number },
  score: (corners: number[]) => number,
): Generator<Hypothesis> {
  const aspect = photo.width / photo.height;
  const reach = Math.round(edgeReach / edgeStep);
  const unit = edgeStep * baseWidth;
  for (let l = -reach; l <= reach; l++)
    for (let r = -reach; r <= reach; r++) {
      const left = baseLeft + l * unit;
      const right = baseLeft + baseWidth + r * unit;
      for (const squeeze of squeezes) {
        const height = ((right - left) * aspect * bay.heightMm * squeeze) / bay.widthMm;
        const highest = Math.min(0, 1 - height) - edgeReach / 2;
        const lowest = Math.max(0, 1 - height) + edgeReach / 2;
        for (let top = highest; top <= lowest; top += edgeStep)
          for (const roll of rollsDeg) {
            const slope = Math.tan((roll * Math.PI) / 180);
            const rise = ((right - left) / 2) * slope * aspect;
            const lean = ((height / 2) * slope) / aspect;
            const bottom = top + height;
            const corners = [
              left + lean,
              top - rise,
              right + lean,
              top + rise,
              right - lean,
              bottom + rise,
              left - lean,
              bottom - rise,
            ];
            yield { corners, score: score(corners) };
          }
      }
    }
}

/** Climbs in smaller and smaller pushes: first on the forgiving maps, then on the exact ones. */
function climb(
  start: Hypothesis,
  rough: (corners: readonly number[]) => number,
  exact: (corners: readonly number[]) => number,
): Hypothesis {
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
  for (const h of hypotheses) {
    const twin = top.findIndex((t) => t.corners.every((c, i) => Math.abs(c - (h.corners[i] ?? 0)) < apart));
    if (twin >= 0) {
      if ((top[twin]?.score ?? 0) >= h.score) continue;
      top.splice(twin, 1);
    } else if (top.length >= count && h.score <= (top.at(-1)?.score ?? 0)) continue;
    const place = top.findIndex((t) => t.score < h.score);
    top.splice(place < 0 ? top.length : place, 0, h);
    if (top.length > count) top.pop();
  }
  return top;
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

function scorer(
  plan: Plan,
  photo: LabImage,
  maps: readonly ResponseMaps[],
  lines: ShelfLines,
  mostPlaces: number,
): (corners: readonly number[]) => number {
  const referenced = plan.places.filter((p) => (plan.figures[p.figure]?.images.length ?? 0) > 0);
  const every = Math.max(1, Math.ceil(referenced.length / mostPlaces));
  const places = referenced.filter((_, i) => i % every === 0);
  const { widthMm, heightMm, shelves } = plan.planogram;
  return (corners) => {
    const h = homographyOf(corners, plan, photo.width, photo.height);
    const c = (i: number): number => corners[i] ?? 0;
    const scaleX = ((c(2) - c(0) + c(4) - c(6)) / 2) * (photo.width / widthMm);
    const scaleY = ((c(5) - c(3) + c(7) - c(1)) / 2) * (photo.height / heightMm);
    // Folded or squashed: no photo of this bay.
    if (!(scaleX > 0) || !(scaleY > 0.5 * scaleX) || !(scaleY < 2 * scaleX)) return Number.NEGATIVE_INFINITY;
    const scale = Math.sqrt(scaleX * scaleY);
    let map = maps[0];
    for (const m of maps) if (map === undefined || gap(m, scale) < gap(map, scale)) map = m;
    let packs = 0;
    if (map !== undefined)
      for (const { slot, figure } of places) {
        const [x, y] = project(h, slot.xMm + slot.widthMm / 2, slot.yMm + slot.heightMm / 2);
        packs += responseAt(map, figure, x, y);
      }
    let rails = 0;
    for (const shelf of shelves) {
      const [x0, y0] = project(h, shelf.xMm, shelf.yMm);
      const [x1, y1] = project(h, shelf.xMm + shelf.widthMm, shelf.yMm);
      rails += strengthAlong(lines, x0, y0, x1, y1);
    }
    return packs / Math.max(1, places.length) + (0.3 * rails) / Math.max(1, shelves.length);
  };
}

function gap(map: ResponseMaps, scale: number): number {
  return Math.abs(Math.log(Math.sqrt(map.scaleX * map.scaleY) / scale));
}
