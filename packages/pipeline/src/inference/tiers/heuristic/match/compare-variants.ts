import type { LabImage } from './lab-image.ts';
import { matchParts, type PartedTemplate, weightsOf } from './part-match.ts';
import { resizeLab } from './resample.ts';
import { type Contrast, contrastOf, variantContrast } from './variant-contrast.ts';

/** A contender for a place: its parts and how well each was found in the photo. */
export interface Contender {
  image: LabImage;
  template: PartedTemplate;
  matched: Float32Array;
  /** Top-left of the (visible) pack at the half-size level, pixels. */
  x: number;
  y: number;
}

/** Kinship from which the matched filter begins to count, and from which it counts fully: below, layouts differ. */
const kinFrom = 0.7;
const kinFully = 0.85;
/** The filter's full verdict in terms of likeness: enough to turn round what noise does to the parts. */
const contrastWorth = 0.12;
/** Parts' share: their margin is already in the likeness once. */
const partsWorth = 0.5;

/**
 * How much better `one` explains the photo than `other`, judged by what sets their references apart: flavours of one
 * design share most of their print, and what they share says nothing but noise. Added to a likeness.
 */
export function variantMargin(photo: LabImage, one: Contender, other: Contender): number {
  const pair = pairOf(one, other);
  const weights = weightsOf(one.template);
  const others = weightsOf(other.template);
  let sum = 0;
  let total = 0;
  for (let i = 0; i < pair.differs.length; i++) {
    const weight = (pair.differs[i] ?? 0) * ((weights[i] ?? 0) + (others[i] ?? 0));
    sum += weight * ((one.matched[i] ?? 0) - (other.matched[i] ?? 0));
    total += weight;
  }
  const byParts = total > 0 ? partsWorth * (sum / total) : 0;
  // Each at its own best spot and size: a pixel's misplacement must not decide.
  const seen = (filtered(photo, pair.here, one) - filtered(photo, pairOf(other, one).here, other)) / 2;
  return byParts + contrastWorth * seen;
}

/** The matched filter's verdict for `one` at its own spot, -1..1, as far as the two are of one design. */
function filtered(photo: LabImage, contrast: Contrast | null, { image, x, y }: Contender): number {
  if (contrast === null || contrast.kinship < kinFrom) return 0;
  const trust = Math.min(1, (contrast.kinship - kinFrom) / (kinFully - kinFrom));
  return trust * variantContrast(photo, contrast, image.width, x, y);
}

interface Pair {
  /** Per part of `one` 0 (both references show the same) to 1; all 1 for packs of different shape. */
  differs: Float32Array;
  /** `one` against `other` at the size of `one`; null for packs of different shape. */
  here: Contrast | null;
}

/** Fits of one design come in slightly different sizes; packs that differ by more are different packs. */
const sameShape = 0.16;

const known = new WeakMap<PartedTemplate, WeakMap<PartedTemplate, Pair>>();

function pairOf(one: Contender, other: Contender): Pair {
  let row = known.get(one.template);
  if (row === undefined) {
    row = new WeakMap();
    known.set(one.template, row);
  }
  let pair = row.get(other.template);
  if (pair === undefined) {
    const { width, height } = one.image;
    const near = (a: number, b: number): boolean => Math.abs(a - b) <= sameShape * Math.max(a, b);
    if (near(width, other.image.width) && near(height, other.image.height)) {
      const resized = resizeLab(other.image, width, height);
      const matched = matchParts(resized, one.template, 0, 0);
      const differs = matched.map((v) => Math.max(0, Math.min(1, 1 - v)));
      pair = { differs, here: contrastOf(one.image, resized) };
    } else {
      pair = { differs: new Float32Array(one.template.parts.length).fill(1), here: null };
    }
    row.set(other.template, pair);
  }
  return pair;
}
