import { type Homography, invert } from '../../math/homography.ts';
import type { Slot } from '../../planogram/model.ts';
import type { Detection } from '../../realogram.ts';
import { type Assignment, assignSlots } from './assign-slots.ts';
import { coveredShare } from './boxes.ts';
import type { Layout } from './layout.ts';
import { placeDetection } from './placed.ts';
import { viewSlot } from './slot-view.ts';

/**
 * Points for and against a registration. A correct product in its place outweighs all; without labels, geometry decides:
 * detections without a planned place and visible empty places count against it.
 */
const points = {
  sameProduct: 1,
  noLabel: 0.4,
  otherProduct: 0.15,
  gap: 0.2,
  displaced: -0.6,
  unassigned: -0.4,
  empty: -0.25,
  /** Weight of the log ratio of widths: a registration that compresses the bay hides holes. */
  width: -1,
  /** Photos are taken of bays: of equal registrations, the one that shows more of the bay is better. */
  outOfView: -0.03,
};

export interface RegistrationRating {
  points: number;
  assigned: number;
  /** Number of assigned detections in slots planned for their product. */
  right: number;
  /** Number of assigned detections with about the planned size. */
  fitting: number;
  /** Empty places in view that a gap covers. */
  gaps: number;
  /** Number of assigned detections well inside a place, not between two. */
  inPlace: number;
}

export function rateRegistration(
  registration: Homography,
  objects: readonly Detection[],
  gaps: readonly Detection[],
  layout: Layout,
  tolerance: number,
): RegistrationRating {
  const inverse = invert(registration);
  if (inverse === null)
    return { points: Number.NEGATIVE_INFINITY, assigned: 0, right: 0, fitting: 0, gaps: 0, inPlace: 0 };
  const { pairs, unassigned } = assignSlots(
    objects.map((object) => placeDetection(object, inverse)),
    layout,
    tolerance,
  );
  const filled = new Set<Slot>(pairs.map((pair) => pair.slot));
  let sum = unassigned.length * points.unassigned;
  for (const pair of pairs) sum += pairPoints(pair);
  let covered = 0;
  for (const slot of layout.slots) {
    if (filled.has(slot)) continue;
    const { box, visible } = viewSlot(slot, registration);
    if (!visible || box === null) {
      sum += points.outOfView;
      continue;
    }
    if (gaps.some((gap) => coveredShare(box, gap.box) > 0.5)) {
      covered++;
      sum += points.gap;
    } else sum += points.empty;
  }
  const right = pairs.filter(
    ({ slot, placed }) => placed.detection.productId === slot.position.productId,
  ).length;
  return {
    points: sum,
    assigned: pairs.length,
    right,
    fitting: pairs.filter(fits).length,
    gaps: covered,
    inPlace: pairs.filter(({ displacement }) => displacement < wellIn).length,
  };
}

/** Share of the tolerance: packs are placed, and boxes drawn, more exactly than that. */
const wellIn = 0.4;

function pairPoints({ slot, placed, displacement }: Assignment['pairs'][number]): number {
  const { productId } = placed.detection;
  const strayed = points.displaced * displacement ** 2;
  if (productId === null) return points.noLabel + strayed;
  if (productId !== slot.position.productId) return points.otherProduct + strayed;
  const isWhole = !placed.cut.left && !placed.cut.right;
  const ratio = Math.max(0.01, (placed.rightMm - placed.leftMm) / slot.widthMm);
  return points.sameProduct + strayed + (isWhole ? points.width * Math.min(1, Math.abs(Math.log(ratio))) : 0);
}

/** Limit of the log ratio of sizes: two thirds larger or smaller is another kind of object. */
const likeSize = 0.5;

function fits({ slot, placed }: Assignment['pairs'][number]): boolean {
  if (Object.values(placed.cut).some(Boolean)) return true;
  const width = (placed.rightMm - placed.leftMm) / slot.widthMm;
  const height = (placed.bottomMm - placed.topMm) / slot.heightMm;
  return Math.abs(Math.log(width)) < likeSize && Math.abs(Math.log(height)) < likeSize;
}
