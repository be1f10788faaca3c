import { type Homography, invert } from '../../geometry/homography.ts';
import type { Detection } from '../../inference/realogram.ts';
import type { Slot } from '../../planogram/model.ts';
import { type Assignment, assignSlots } from './assign-slots.ts';
import { coveredShare } from './boxes.ts';
import type { Layout } from './layout.ts';
import { place } from './placed.ts';
import { viewSlot } from './slot-view.ts';

/**
 * What speaks for a mapping. A right product in its place outweighs all; without labels, geometry decides: things that
 * stand where nothing is planned and places in view where nothing stands speak against it.
 */
const points = {
  sameProduct: 1,
  noLabel: 0.4,
  otherProduct: 0.15,
  gap: 0.2,
  displaced: -0.6,
  loose: -0.4,
  empty: -0.25,
  /** Times the log ratio of widths: a mapping that squeezes the bay hides holes. */
  width: -1,
  /** Photos are taken of bays: among equals, the mapping that shows more of it. */
  outOfView: -0.03,
};

export interface Judgement {
  points: number;
  assigned: number;
  /** Of those, in places planned for them. */
  right: number;
  /** Of those, about as large as what is planned there. */
  fitting: number;
  /** Empty places in view that a gap covers. */
  gaps: number;
  /** Of those assigned, how many stand right in the place and not between two. */
  inPlace: number;
}

export function judgeMapping(
  mapping: Homography,
  objects: readonly Detection[],
  gaps: readonly Detection[],
  layout: Layout,
  tolerance: number,
): Judgement {
  const back = invert(mapping);
  if (back === null)
    return { points: Number.NEGATIVE_INFINITY, assigned: 0, right: 0, fitting: 0, gaps: 0, inPlace: 0 };
  const { pairs, loose } = assignSlots(
    objects.map((object) => place(object, back)),
    layout,
    tolerance,
  );
  const filled = new Set<Slot>(pairs.map((pair) => pair.slot));
  let sum = loose.length * points.loose;
  for (const pair of pairs) sum += pairPoints(pair);
  let covered = 0;
  for (const slot of layout.slots) {
    if (filled.has(slot)) continue;
    const { box, visible } = viewSlot(slot, mapping);
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

/** Of the tolerance: packs are set down, and boxes drawn, nearer than that. */
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

/** Of the log ratio of sizes: two thirds larger or smaller is another kind of thing. */
const likeSize = 0.5;

function fits({ slot, placed }: Assignment['pairs'][number]): boolean {
  if (Object.values(placed.cut).some(Boolean)) return true;
  const width = (placed.rightMm - placed.leftMm) / slot.widthMm;
  const height = (placed.bottomMm - placed.topMm) / slot.heightMm;
  return Math.abs(Math.log(width)) < likeSize && Math.abs(Math.log(height)) < likeSize;
}
