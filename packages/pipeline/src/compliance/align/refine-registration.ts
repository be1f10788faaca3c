import { type Homography, invert } from '../../math/homography.ts';
import type { Detection } from '../../realogram.ts';
import { type Assignment, assignSlots } from './assign-slots.ts';
import { type Correspondence, fitRegistration } from './fit-registration.ts';
import { bottomOf, centreOf, type Layout, type Size } from './layout.ts';
import { placeDetection } from './placed.ts';
import { applyRegistration } from './registration.ts';

/** Tolerances in facings: wide for a first guess, then the displacement that a correct place may have. */
const tolerances = [0.9, 0.7, 0.5, 0.5, 0.5, 0.5];
/** Tolerances for a start that is nearly right. */
export const narrowTolerances = [0.7, 0.5, 0.5, 0.5];

/** Weight of a pair in the fit: highest for the correct product. */
const trust = { sameProduct: 1, noLabel: 0.5, otherProduct: 0.3 };

/** Alternates between assigning detections to slots and fitting the registration to the pairs, until the pairs are stable. */
export function refineRegistration(
  start: Homography,
  objects: readonly Detection[],
  layout: Layout,
  bay: Size,
  steps: readonly number[] = tolerances,
): Homography {
  let registration = start;
  let before: Assignment['pairs'] = [];
  let stood = 0;
  for (const tolerance of steps) {
    const inverse = invert(registration);
    if (inverse === null) return registration;
    const { pairs } = assignSlots(
      objects.map((object) => placeDetection(object, inverse)),
      layout,
      tolerance,
    );
    if (pairs.length === 0) return registration;
    const fitted = fitRegistration(pairs.map(correspondence), registration, bay);
    if (!isUpright(fitted, bay)) return registration;
    registration = fitted;
    if (tolerance === stood && areSame(pairs, before)) return registration;
    before = pairs;
    stood = tolerance;
  }
  return registration;
}

const areSame = (a: Assignment['pairs'], b: Assignment['pairs']): boolean =>
  a.length === b.length &&
  a.every((pair, i) => pair.slot === b[i]?.slot && pair.placed.detection === b[i]?.placed.detection);

/**
 * Pairs foot with foot or, at a side that the photo's edge cut off, the other side. Outliers count less (Cauchy
 * weights).
 */
function correspondence({ slot, placed, displacement }: Assignment['pairs'][number]): Correspondence {
  const { box, productId } = placed.detection;
  const { cut } = placed;
  const toRight = cut.left && !cut.right;
  const toLeft = cut.right && !cut.left;
  const toHead = cut.bottom && !cut.top;
  const halfMm = (placed.bottomMm - placed.topMm) / 2;
  const trusted =
    productId === null
      ? trust.noLabel
      : productId === slot.position.productId
        ? trust.sameProduct
        : trust.otherProduct;
  return {
    planogram: {
      x: toRight ? slot.xMm + slot.widthMm : toLeft ? slot.xMm : centreOf(slot),
      y: toHead ? slot.yMm : bottomOf(slot),
    },
    levelMm: toHead ? slot.yMm + halfMm : bottomOf(slot) - halfMm,
    photo: {
      x: toRight ? box[0] + box[2] : toLeft ? box[0] : box[0] + box[2] / 2,
      y: toHead ? box[1] : box[1] + box[3],
    },
    weight: trusted / (1 + (displacement / 0.5) ** 2),
  };
}

/** Returns whether the bay is neither mirrored nor upside down nor seen from behind. */
function isUpright(registration: Homography, { widthMm, heightMm }: Size): boolean {
  const corners: [number, number][] = [
    [0, 0],
    [widthMm, 0],
    [0, heightMm],
    [widthMm, heightMm],
  ];
  const depth = corners.map(
    ([x, y]) => (registration[6] ?? 0) * x + (registration[7] ?? 0) * y + (registration[8] ?? 1),
  );
  if (depth.some((w) => !(w > 0.2)) || depth.some((w) => !(w < 5))) return false;
  const [topLeft, topRight, bottomLeft, bottomRight] = corners.map(([x, y]) =>
    applyRegistration(registration, x, y),
  );
  if (!topLeft || !topRight || !bottomLeft || !bottomRight) return false;
  return (
    topLeft.x < topRight.x &&
    bottomLeft.x < bottomRight.x &&
    topLeft.y < bottomLeft.y &&
    topRight.y < bottomRight.y
  );
}
