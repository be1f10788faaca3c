import type { Homography } from '../../math/homography.ts';
import type { Planogram } from '../../planogram/model.ts';
import type { Detection } from '../../realogram.ts';
import { anchorRegistration } from './anchor-registration.ts';
import type { Layout } from './layout.ts';
import { type RegistrationRating, rateRegistration } from './rate-registration.ts';
import { narrowTolerances, refineRegistration } from './refine-registration.ts';
import { seedRegistrations } from './seed-registrations.ts';

/** Maximum candidates to refine: refining costs ten times as much as rating. */
const maxRefined = 10;

/** With fewer products than this, gaps of a facing's size help to find the places. */
const minProductsWithoutGaps = 6;

/**
 * Minimum share of detections in their own place, or else in any place of their size. Below it the photo shows another bay, or
 * clutter that happens to touch the plan. The first share is low, as photos show neighbouring bays too.
 */
const minExplainedShare = { right: 0.2, any: 0.6 };
/** Fewer detections than this in their places (when the plan has as many) fit any registration. */
const minPlaced = 3;

/**
 * A registration from labels alone is accepted without alternatives when two shares are high: detections in a place
 * planned for their product, and detections well inside any place. On a shelf stocked by another version the second
 * share decides. A registration that is off by half a facing leaves a third of the detections between places.
 */
const evident = { minRight: 12, right: 0.4, inPlace: 0.88 };

/** Maximum distance of a detection from its planned place, in facings. */
export const placeTolerance = 0.5;

/**
 * Returns the registration from planogram to photo that explains the detections best, or null when none does. All possible
 * registrations are rated and the best ones refined; the best of those is the result. Deterministic: no random sampling.
 */
export function findRegistration(
  products: readonly Detection[],
  gaps: readonly Detection[],
  layout: Layout,
  planogram: Planogram,
): Homography | null {
  const objects =
    products.length >= minProductsWithoutGaps
      ? products
      : [...products, ...facingGaps(products, gaps, layout)];
  if (objects.length === 0 && gaps.length === 0) return null;
  const rate = (registration: Homography, tolerance: number) => ({
    registration,
    rating: rateRegistration(registration, objects, gaps, layout, tolerance),
  });
  const anchored = anchorRegistration(objects, layout, planogram);
  if (anchored !== null) {
    const near = refineRegistration(anchored, objects, layout, planogram, narrowTolerances);
    if (isEvident(rate(near, placeTolerance).rating)) return near;
  }
  const seeds = seedRegistrations(objects, layout, planogram).map((registration) => rate(registration, 0.9));
  const refined = seeds
    .toSorted((a, b) => b.rating.points - a.rating.points)
    .slice(0, maxRefined)
    .flatMap(({ registration }) => [
      registration,
      refineRegistration(registration, objects, layout, planogram),
    ])
    .map((registration) => rate(registration, placeTolerance));
  const best = refined.toSorted((a, b) => b.rating.points - a.rating.points)[0];
  if (best === undefined) return null;

  const { assigned, right, fitting, gaps: covered } = best.rating;
  const slots = layout.slots.length;
  if (assigned + covered < Math.min(minPlaced, slots)) return null;
  const explained =
    right >= minExplainedShare.right * objects.length || fitting >= minExplainedShare.any * objects.length;
  if (!explained) return null;
  return best.registration;
}

const isEvident = ({ right, assigned, inPlace }: RegistrationRating): boolean =>
  right >= evident.minRight && right >= evident.right * assigned && inPlace >= evident.inPlace * assigned;

/** Returns gaps as wide as one facing, by the products' size in the photo when there are any. */
function facingGaps(products: readonly Detection[], gaps: readonly Detection[], layout: Layout): Detection[] {
  const { widthMm, heightMm } = layout.usual;
  const widest = Math.max(0, ...products.map(({ box }) => box[2]));
  if (widest > 0) return gaps.filter(({ box }) => box[2] <= 1.6 * widest);
  // Without products, the gaps give the size: a wide gap has another shape than a facing.
  const shapes = gaps.map(({ box }) => box[2] / box[3]).toSorted((a, b) => a - b);
  const slim = shapes[Math.floor(shapes.length / 4)] ?? widthMm / heightMm;
  return gaps.filter(({ box }) => box[2] / box[3] <= 1.6 * slim);
}
