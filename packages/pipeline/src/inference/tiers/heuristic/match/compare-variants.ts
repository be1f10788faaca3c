import type { LabImage } from '../pixels/lab-image.ts';
import { resizeLab } from '../pixels/resample.ts';
import { matchParts, type PartTemplate, weightsOf } from '../templates/part-template.ts';
import { type Contrast, contrastOf, variantContrast } from './variant-contrast.ts';

/** A product compared with a place: its parts and the correlation of each part with the photo. */
export interface Contender {
  image: LabImage;
  template: PartTemplate;
  matched: Float32Array;
  /** Top-left of the (visible) pack at the half-size level, pixels. */
  x: number;
  y: number;
}

/** Design similarity from which the matched filter begins to count, and from which it counts fully: below, layouts differ. */
const minDesignSimilarity = 0.7;
const fullDesignSimilarity = 0.85;
/** Likeness that the filter adds at most: enough to reverse an order caused by noise in the parts. */
const contrastWorth = 0.12;
/** Weight of the parts: the likeness includes their margin already once. */
const partsWorth = 0.5;

/**
 * Returns how much better `one` explains the photo than `other`, by the differences of their references. Flavours of one
 * design share most of their print, and shared print adds only noise. The margin is added to a likeness.
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
  // Each is compared at its own best spot and size: a displacement of one pixel must not decide.
  const seen = (filtered(photo, pair.here, one) - filtered(photo, pairOf(other, one).here, other)) / 2;
  return byParts + contrastWorth * seen;
}

/** Returns the matched filter's result for `one` at its own spot, -1..1, weighted by the similarity of the designs. */
function filtered(photo: LabImage, contrast: Contrast | null, { image, x, y }: Contender): number {
  if (contrast === null || contrast.designSimilarity < minDesignSimilarity) return 0;
  const trust = Math.min(
    1,
    (contrast.designSimilarity - minDesignSimilarity) / (fullDesignSimilarity - minDesignSimilarity),
  );
  return trust * variantContrast(photo, contrast, image.width, x, y);
}

interface Pair {
  /** Per part of `one` 0 (both references show the same) to 1; all 1 for packs of different shape. */
  differs: Float32Array;
  /** `one` against `other` at the size of `one`; null for packs of different shape. */
  here: Contrast | null;
}

/** Fits of one design differ slightly in size; packs that differ by more are different packs. */
const sameShape = 0.16;

const known = new WeakMap<PartTemplate, WeakMap<PartTemplate, Pair>>();

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
