import { type Correspondence, fitHomography } from '../../../../math/fit-homography.ts';
import { compose, type Homography, invert, project, scaling } from '../../../../math/homography.ts';
import type { IntegralImage } from '../pixels/integral-image.ts';
import type { GridPattern } from '../templates/grid-pattern.ts';
import { gridOfImage, gridPattern, likeness, sampleGrid } from '../templates/grid-pattern.ts';
import type { Place, Plan } from '../templates/product-template.ts';
import { isPlausibleView } from './is-plausible-view.ts';

/** The registration refined by the packs found around their places. */
export interface Registration {
  /** Bay millimetres to pixels of the image it was refined on. */
  bayToPhoto: Homography;
  /** Height of the packs in the photo against the plan's, given the spacing of the shelves (plans exaggerate it). */
  packStretch: number;
  /** Mean likeness (-1..1) of all referenced places to what is planned there; out of view counts as 0. */
  score: number;
  /** Places that look like their product within a fifth of a pack of the fitted place. */
  supporters: number;
  /** Offset of each located product from its place, in bay millimetres. */
  packOffsets: readonly PackOffset[];
}

export interface PackOffset {
  place: Place;
  /** Found minus planned bottom centre, in bay millimetres under the fitted homography. */
  dxMm: number;
  dyMm: number;
  likeness: number;
}

const shape = { columns: 4, rows: 6 };
/** Reach of the local search per round, in shares of the slot; it shrinks as the fit improves. */
const reaches = [0.32, 0.22, 0.14, 0.1];
const stretches = [0.86, 0.93, 1, 1.07, 1.14];
const minSupportLikeness = 0.45;
/** This many places suffice to rate a start. */
const maxSampledPlaces = 36;

const prepared = new WeakMap<Plan, GridPattern[][]>();

function patternsOf(plan: Plan): GridPattern[][] {
  let patterns = prepared.get(plan);
  if (patterns === undefined) {
    patterns = plan.productTemplates.map((f) => f.images.map((image) => gridOfImage(image, shape)));
    prepared.set(plan, patterns);
  }
  return patterns;
}

interface LocatedPack {
  place: Place;
  /** Bottom centre of the found pack, pixels. */
  x: number;
  y: number;
  stretch: number;
  likeness: number;
}

/**
 * Rates a start: the mean likeness (-1..1) of a sample of places to their planned products. Each product may stand a little
 * off its place.
 */
export function startQuality(plan: Plan, photo: IntegralImage, start: Homography): number {
  const patterns = patternsOf(plan);
  const places = plan.places.filter((p) => (patterns[p.productIndex]?.length ?? 0) > 0);
  const every = Math.max(1, Math.ceil(places.length / maxSampledPlaces));
  const sample = places.filter((_, i) => i % every === 0);
  let sum = 0;
  for (const p of sample)
    sum += locatePack(photo, start, p, patterns[p.productIndex] ?? [], reaches[1] ?? 0.2, [1])?.likeness ?? 0;
  return sum / Math.max(1, sample.length);
}

export function refineRegistration(plan: Plan, photo: IntegralImage, start: Homography): Registration {
  const patterns = patternsOf(plan);
  const places = plan.places.filter((p) => (patterns[p.productIndex]?.length ?? 0) > 0);
  let bayToPhoto = start;
  let packStretch = 1;
  let packs: LocatedPack[] = [];
  for (const [round, reach] of reaches.entries()) {
    const tries = round === 0 ? stretches : [packStretch * 0.96, packStretch, packStretch * 1.04];
    packs = places.flatMap(
      (p) => locatePack(photo, bayToPhoto, p, patterns[p.productIndex] ?? [], reach, tries) ?? [],
    );
    if (packs.length < 3) break;
    packStretch = weightedMedian(packs.map((s) => [s.stretch, weightOf(s)]));
    bayToPhoto = fit(plan, photo, bayToPhoto, packs);
  }
  // The last search uses the final fit and a wider reach: a whole shelf may be shifted against the plan.
  packs = places.flatMap(
    (p) => locatePack(photo, bayToPhoto, p, patterns[p.productIndex] ?? [], 0.3, [packStretch]) ?? [],
  );
  let supporters = 0;
  let sum = 0;
  for (const s of packs) {
    const [x, y] = project(bayToPhoto, ...anchorOf(s.place));
    const [width, height] = sizeAt(bayToPhoto, s.place);
    const near = Math.abs(s.x - x) < 0.2 * width && Math.abs(s.y - y) < 0.2 * height;
    if (near) sum += s.likeness;
    if (near && s.likeness > minSupportLikeness) supporters++;
  }
  const photoToBay = invert(bayToPhoto);
  const offsets = packs.flatMap(({ place, x, y, likeness }): PackOffset[] => {
    if (photoToBay === null) return [];
    const [xMm, yMm] = project(photoToBay, x, y);
    const [plannedX, plannedY] = anchorOf(place);
    return [{ place, dxMm: xMm - plannedX, dyMm: yMm - plannedY, likeness }];
  });
  return {
    bayToPhoto,
    packStretch,
    score: sum / Math.max(1, places.length),
    supporters,
    packOffsets: offsets,
  };
}

/** Returns the middle of the slot's bottom edge, which does not depend on the pack's height. */
function anchorOf({ slot }: Place): [number, number] {
  return [slot.xMm + slot.widthMm / 2, slot.yMm + slot.heightMm];
}

function sizeAt(h: Homography, { slot }: Place): [number, number] {
  const [x0, y0] = project(h, slot.xMm, slot.yMm + slot.heightMm / 2);
  const [x1, y1] = project(h, slot.xMm + slot.widthMm, slot.yMm + slot.heightMm / 2);
  const [x2, y2] = project(h, slot.xMm + slot.widthMm / 2, slot.yMm);
  const [x3, y3] = project(h, slot.xMm + slot.widthMm / 2, slot.yMm + slot.heightMm);
  return [Math.hypot(x1 - x0, y1 - y0), Math.hypot(x3 - x2, y3 - y2)];
}

function locatePack(
  photo: IntegralImage,
  h: Homography,
  place: Place,
  patterns: readonly GridPattern[],
  reach: number,
  tries: readonly number[],
): LocatedPack | null {
  const [x, y] = project(h, ...anchorOf(place));
  const [width, height] = sizeAt(h, place);
  if (!(width >= 4) || !(height >= 4) || width > photo.width || height > photo.height * 2) return null;
  const seen = gridPattern(shape);
  const likenessAt = (dx: number, dy: number, stretch: number): number => {
    const tall = height * stretch;
    if (!sampleGrid(photo, shape, x + dx - width / 2, y + dy - tall, width, tall, seen)) return -1;
    let best = -1;
    for (const pattern of patterns) best = Math.max(best, likeness(seen, pattern));
    return best;
  };
  const steps = reach > 0.2 ? 4 : 3;
  const stepX = Math.max(1, (reach * width) / steps);
  const stepY = Math.max(1, (reach * height) / steps);
  // Searches at the middle height first, then tries other heights around the best spot: half the work, the same result.
  const middle = tries[tries.length >> 1] ?? 1;
  let best: [number, number, number, number] = [0, 0, middle, -1];
  for (let j = -steps; j <= steps; j++)
    for (let i = -steps; i <= steps; i++) {
      const like = likenessAt(i * stepX, j * stepY, middle);
      if (like > best[3]) best = [i * stepX, j * stepY, middle, like];
    }
  const [atX, atY] = best;
  for (const stretch of tries)
    if (stretch !== middle)
      for (let j = -1; j <= 1; j++)
        for (let i = -1; i <= 1; i++) {
          const like = likenessAt(atX + i * stepX, atY + j * stepY, stretch);
          if (like > best[3]) best = [atX + i * stepX, atY + j * stepY, stretch, like];
        }
  const [dx, dy, stretch, like] = best;
  if (like <= 0) return null;
  const px = peak(likenessAt(dx - stepX, dy, stretch), like, likenessAt(dx + stepX, dy, stretch));
  const py = peak(likenessAt(dx, dy - stepY, stretch), like, likenessAt(dx, dy + stepY, stretch));
  return { place, x: x + dx + px * stepX, y: y + dy + py * stepY, stretch, likeness: like };
}

/** Returns the offset (-0.5..0.5 steps) of the peak of the parabola through three samples around the best. */
function peak(before: number, at: number, after: number): number {
  const curvature = before - 2 * at + after;
  if (before <= -1 || after <= -1 || curvature > -1e-6) return 0;
  return Math.max(-0.5, Math.min(0.5, (0.5 * (before - after)) / curvature));
}

const weightOf = (s: LocatedPack): number => Math.max(0, s.likeness - 0.2) ** 2;

/** Fits a homography by least squares reweighted with Tukey's biweight. The earlier fit, at low weight, regularises it. */
function fit(
  plan: Plan,
  photo: IntegralImage,
  before: Homography,
  packs: readonly LocatedPack[],
): Homography {
  const { widthMm, heightMm } = plan.planogram;
  const long = Math.max(photo.width, photo.height);
  const total = packs.reduce((sum, s) => sum + weightOf(s), 0);
  const anchors: Correspondence[] = [0, 0.5, 1].flatMap((u) =>
    [0, 0.5, 1].map((v): Correspondence => {
      const [x, y] = project(before, u * widthMm, v * heightMm);
      return { from: [u, v], to: [x / long, y / long], weight: 0.004 * total };
    }),
  );
  let current = before;
  for (let iteration = 0; iteration < 6; iteration++) {
    const residuals = packs.map((s) => {
      const [x, y] = project(current, ...anchorOf(s.place));
      const [width, height] = sizeAt(current, s.place);
      return Math.hypot((s.x - x) / width, (s.y - y) / height);
    });
    const spread = weightedMedian(residuals.map((r, i) => [r, weightOf(packs[i] as LocatedPack)]));
    const limit = Math.max(0.1, 4 * spread);
    const pairs = packs.map((s, i): Correspondence => {
      const r = (residuals[i] ?? 0) / limit;
      const [x, y] = anchorOf(s.place);
      return {
        from: [x / widthMm, y / heightMm],
        to: [s.x / long, s.y / long],
        weight: r < 1 ? weightOf(s) * (1 - r * r) ** 2 : 0,
      };
    });
    const fitted = fitHomography([...pairs, ...anchors]);
    if (fitted === null) return current;
    current = compose(scaling(long, long), compose(fitted, scaling(1 / widthMm, 1 / heightMm)));
  }
  return isPlausibleView(current, plan) ? current : before;
}

function weightedMedian(values: readonly (readonly [number, number])[]): number {
  const sorted = [...values].sort((a, b) => a[0] - b[0]);
  const half = sorted.reduce((sum, v) => sum + v[1], 0) / 2;
  let sum = 0;
  for (const [value, weight] of sorted) {
    sum += weight;
    if (sum >= half) return value;
  }
  return sorted.at(-1)?.[0] ?? 0;
}
