import { type Homography, invert } from '../../geometry/homography.ts';
import type { Detection } from '../../inference/realogram.ts';
import { type Assignment, assignSlots } from './assign-slots.ts';
import { type Correspondence, fitMapping } from './fit-mapping.ts';
import { bottomOf, centreOf, type Layout, type Size } from './layout.ts';
import { apply } from './mapping.ts';
import { place } from './placed.ts';

/** Facings: wide while the mapping is a guess, then what a right place may be off. */
const tolerances = [0.9, 0.7, 0.5, 0.5, 0.5, 0.5];
/** From a start that is near already. */
export const narrowTolerances = [0.7, 0.5, 0.5, 0.5];

/** What a pair tells of the mapping: the right product in the right order most. */
const trust = { sameProduct: 1, noLabel: 0.5, otherProduct: 0.3 };

/** Alternates between giving detections to slots and fitting the mapping to the pairs, until the pairs stay. */
export function refineMapping(
  start: Homography,
  objects: readonly Detection[],
  layout: Layout,
  bay: Size,
  steps: readonly number[] = tolerances,
): Homography {
  let mapping = start;
  let before: Assignment['pairs'] = [];
  let stood = 0;
  for (const tolerance of steps) {
    const back = invert(mapping);
    if (back === null) return mapping;
    const { pairs } = assignSlots(
      objects.map((object) => place(object, back)),
      layout,
      tolerance,
    );
    if (pairs.length === 0) return mapping;
    const fitted = fitMapping(pairs.map(correspondence), mapping, bay);
    if (!isUpright(fitted, bay)) return mapping;
    mapping = fitted;
    if (tolerance === stood && areSame(pairs, before)) return mapping;
    before = pairs;
    stood = tolerance;
  }
  return mapping;
}

const areSame = (a: Assignment['pairs'], b: Assignment['pairs']): boolean =>
  a.length === b.length &&
  a.every((pair, i) => pair.slot === b[i]?.slot && pair.placed.detection === b[i]?.placed.detection);

/** Foot to foot; at a side that the photo's edge cut off, the other side. Strays count less (Cauchy weights). */
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

/** A photo shows the bay neither mirrored nor upside down nor from behind. */
function isUpright(mapping: Homography, { widthMm, heightMm }: Size): boolean {
  const corners: [number, number][] = [
    [0, 0],
    [widthMm, 0],
    [0, heightMm],
    [widthMm, heightMm],
  ];
  const depth = corners.map(([x, y]) => (mapping[6] ?? 0) * x + (mapping[7] ?? 0) * y + (mapping[8] ?? 1));
  if (depth.some((w) => !(w > 0.2)) || depth.some((w) => !(w < 5))) return false;
  const [topLeft, topRight, bottomLeft, bottomRight] = corners.map(([x, y]) => apply(mapping, x, y));
  if (!topLeft || !topRight || !bottomLeft || !bottomRight) return false;
  return (
    topLeft.x < topRight.x &&
    bottomLeft.x < bottomRight.x &&
    topLeft.y < bottomLeft.y &&
    topRight.y < bottomRight.y
  );
}
