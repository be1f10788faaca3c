import { invert, project } from '../../../../math/homography.ts';
import { integralOf, sumBuffer } from '../pixels/integral-image.ts';
import type { LabImage } from '../pixels/lab-image.ts';
import { resizeLab } from '../pixels/resample.ts';
import type { Plan, ProductTemplate } from '../templates/product-template.ts';
import { pooled, type ResponseMaps, responseMaps } from './response-map.ts';
import { standardise } from './shelf-lines.ts';
import { type Pose, turnUpright, uprightView } from './turn-image.ts';

/** A placement of the whole bay that the sweep found likely. */
export interface PoseCandidate {
  pose: Pose;
  /** Pixels of the turned photo for one millimetre of the bay. */
  pxPerMm: number;
  /** Height of the bay against its true shape. */
  squeeze: number;
  /** The bay's middle in pixels of the turned photo. */
  x: number;
  y: number;
  /** Sum of the places' z-scores over the root of the number of places in view. */
  significance: number;
}

/** The median pack is this wide or high (the smaller) in the image that is searched: its grid cells stay 4 pixels wide. */
const packSidePx = 14;
/** Spots are this far apart: about a cell of the grid. Pooling makes up for the rest. */
const stepPx = 4;
/** Scales against the one at which the bay just fits the photo: a third of a bay fills a photo at 3. */
const scales = { from: 0.55, to: 3.7, factor: 1.18 };
const squeezes = [0.88, 1, 1.14];
/** Rotations of the plan over one turned image; the images are 8 degrees apart, and packs of either end still resemble. */
const innerRollsDeg = [-2.7, 0, 2.7];
/** Fewer places in view agree by chance. */
const minInView = 6;
/** One perfect match must not outvote the rest. */
const maxResponse = 3.5;
const maxPlaces = 96;
const buffer = sumBuffer();

/**
 * Searches one pose (turn, mirrored, rough roll) at every scale and translation, partial views of the bay included.
 * Returns the `count` most significant placements, best first.
 */
export function sweepPose(plan: Plan, photo: LabImage, pose: Pose, count: number): PoseCandidate[] {
  const { widthMm, heightMm } = plan.planogram;
  const templates = plannedTemplates(plan);
  const planned = plan.places.filter((p) => (templates[p.productIndex]?.images.length ?? 0) > 0);
  const every = Math.max(1, Math.ceil(planned.length / maxPlaces));
  const places = planned.filter((_, i) => i % every === 0);
  const levelPxPerMm = packSidePx / medianSide(places.map((p) => templates[p.productIndex]));
  const sideways = pose.turn === 90 || pose.turn === 270;
  const fit = Math.min(
    (sideways ? photo.height : photo.width) / widthMm,
    (sideways ? photo.width : photo.height) / heightMm,
  );
  const found: PoseCandidate[] = [];
  for (let scale = scales.from; scale <= scales.to; scale *= scales.factor) {
    const pxPerMm = fit * scale;
    const shrink = levelPxPerMm / pxPerMm;
    if (shrink > 1) continue;
    const level = resizeLab(
      photo,
      Math.max(4, Math.round(photo.width * shrink)),
      Math.max(4, Math.round(photo.height * shrink)),
    );
    const turned = turnUpright(level, pose);
    const maps = tolerant(
      responseMaps(integralOf(turned.image, buffer), templates, levelPxPerMm, levelPxPerMm, stepPx),
    );
    const inside = insideOf(maps, turned.toPhoto, level);
    for (const squeeze of squeezes)
      for (const inner of innerRollsDeg) {
        const offsets = offsetsOf(plan, places, levelPxPerMm, squeeze, inner);
        for (const one of translations(maps, inside, offsets)) {
          const candidate: PoseCandidate = {
            pose: { ...pose, rollDeg: pose.rollDeg + inner },
            pxPerMm,
            squeeze,
            ...one,
          };
          // The middle in the photo does not depend on the roll; convert it to the image turned by the whole roll.
          const [px, py] = project(turned.toPhoto, one.x, one.y);
          const whole = turnUprightTo(photo, candidate.pose);
          [candidate.x, candidate.y] = project(whole, px / shrink, py / shrink);
          insert(found, candidate, count, Math.max(widthMm, heightMm) * pxPerMm);
        }
      }
  }
  return found;
}

/** Returns the transform from the photo to the image turned upright, without sampling it. */
function turnUprightTo(photo: LabImage, pose: Pose): number[] {
  const inverse = invert(uprightView(photo, pose).toPhoto);
  if (inverse === null) throw new RangeError('invariant: a rotation is invertible');
  return inverse;
}

/** Products that are only sold beside the plan do not place it. */
function plannedTemplates(plan: Plan): ProductTemplate[] {
  const planned = new Set(plan.places.map((p) => p.productIndex));
  return plan.productTemplates.map((template, i) =>
    planned.has(i) ? template : { ...template, images: [] },
  );
}

function medianSide(templates: readonly (ProductTemplate | undefined)[]): number {
  const sides = templates.flatMap((t) => (t === undefined ? [] : [Math.min(t.widthMm, t.heightMm)]));
  sides.sort((a, b) => a - b);
  return Math.max(1e-6, sides[sides.length >> 1] ?? 1);
}

/** Pooled maps, standardised again: the best of nine neighbours is above the mean everywhere. */
function tolerant(exact: ResponseMaps): ResponseMaps {
  const wide = pooled(exact);
  for (const map of wide.maps) {
    if (map === null) continue;
    standardise(map);
    for (let i = 0; i < map.length; i++) map[i] = Math.min(maxResponse, map[i] ?? 0);
  }
  return wide;
}

/** 1 for each cell whose middle shows the photo, 0 for the corners that turning leaves free. */
function insideOf(
  { columns, rows }: ResponseMaps,
  toPhoto: readonly number[],
  { width, height }: LabImage,
): Uint8Array {
  const inside = new Uint8Array(columns * rows);
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const [x, y] = project(toPhoto, i * stepPx, j * stepPx);
      if (x >= 0 && y >= 0 && x <= width && y <= height) inside[j * columns + i] = 1;
    }
  return inside;
}

interface Offset {
  productIndex: number;
  /** Cells from the bay's middle. */
  i: number;
  j: number;
}

function offsetsOf(
  { planogram: { widthMm, heightMm } }: Plan,
  places: Plan['places'],
  pxPerMm: number,
  squeeze: number,
  rollDeg: number,
): Offset[] {
  const [cos, sin] = [Math.cos((rollDeg * Math.PI) / 180), Math.sin((rollDeg * Math.PI) / 180)];
  return places.map(({ slot, productIndex }) => {
    const x = (slot.xMm + slot.widthMm / 2 - widthMm / 2) * pxPerMm;
    const y = (slot.yMm + slot.heightMm / 2 - heightMm / 2) * pxPerMm * squeeze;
    return {
      productIndex,
      i: Math.round((cos * x - sin * y) / stepPx),
      j: Math.round((sin * x + cos * y) / stepPx),
    };
  });
}

/** Returns the best translations of the bay's middle, in pixels of the turned level. */
function translations(
  { columns, rows, maps }: ResponseMaps,
  inside: Uint8Array,
  offsets: readonly Offset[],
): { x: number; y: number; significance: number }[] {
  const reachI = Math.max(...offsets.map((o) => Math.abs(o.i)), 0);
  const reachJ = Math.max(...offsets.map((o) => Math.abs(o.j)), 0);
  const wide = columns + 2 * reachI;
  const high = rows + 2 * reachJ;
  const sums = new Float32Array(wide * high);
  const counts = new Uint16Array(wide * high);
  for (const { productIndex, i: oi, j: oj } of offsets) {
    const map = maps[productIndex];
    if (map === null || map === undefined) continue;
    for (let j = 0; j < rows; j++) {
      let to = (j - oj + reachJ) * wide + reachI - oi;
      let from = j * columns;
      for (let i = 0; i < columns; i++, to++, from++) {
        const shown = inside[from] ?? 0;
        sums[to] = (sums[to] ?? 0) + shown * (map[from] ?? 0);
        counts[to] = (counts[to] ?? 0) + shown;
      }
    }
  }
  let best: { at: number; significance: number }[] = [];
  for (let at = 0; at < sums.length; at++) {
    const n = counts[at] ?? 0;
    if (n < minInView) continue;
    const significance = (sums[at] ?? 0) / Math.sqrt(n);
    if (best.length === keptTranslations && significance <= (best.at(-1)?.significance ?? 0)) continue;
    best = [...best, { at, significance }].sort((a, b) => b.significance - a.significance);
    best.length = Math.min(best.length, keptTranslations);
  }
  return best.map(({ at, significance }) => ({
    x: ((at % wide) - reachI) * stepPx,
    y: (Math.floor(at / wide) - reachJ) * stepPx,
    significance,
  }));
}

/** Neighbouring translations rate alike; a second optimum rarely lies beyond these. */
const keptTranslations = 4;
/** Two candidates this close (share of the bay) and within a step of scale climb to the same optimum. */
const twinShare = 0.05;

function insert(found: PoseCandidate[], one: PoseCandidate, count: number, sizePx: number): void {
  const twin = found.findIndex(
    (other) =>
      Math.abs(other.x - one.x) < twinShare * sizePx &&
      Math.abs(other.y - one.y) < twinShare * sizePx &&
      Math.abs(Math.log(other.pxPerMm / one.pxPerMm)) < 1.5 * Math.log(scales.factor),
  );
  if (twin >= 0) {
    if ((found[twin]?.significance ?? 0) >= one.significance) return;
    found.splice(twin, 1);
  }
  found.push(one);
  found.sort((a, b) => b.significance - a.significance);
  if (found.length > count) found.pop();
}
