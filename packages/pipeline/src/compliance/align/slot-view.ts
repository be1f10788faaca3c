import type { Homography } from '../../geometry/homography.ts';
import type { Box } from '../../inference/realogram.ts';
import type { Slot } from '../../planogram/model.ts';
import { apply } from './mapping.ts';

/** Less than this share of a slot inside the photo shows too little to call it empty. */
const visibleShare = 0.6;

export interface SlotView {
  /** Clipped to the photo; null when nothing of it is in view. */
  box: Box | null;
  visible: boolean;
  /** 0..1: how much of it lies in the photo. */
  shownShare: number;
}

/** Where a slot falls in the photo, clipped to it, and whether enough of it does. */
export function viewSlot(slot: Slot, planogramToPhoto: Homography): SlotView {
  const right = slot.xMm + slot.widthMm;
  const bottom = slot.yMm + slot.heightMm;
  const corners = [
    apply(planogramToPhoto, slot.xMm, slot.yMm),
    apply(planogramToPhoto, right, slot.yMm),
    apply(planogramToPhoto, slot.xMm, bottom),
    apply(planogramToPhoto, right, bottom),
  ];
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const box: Box = [clip(x0), clip(y0), clip(x1) - clip(x0), clip(y1) - clip(y0)];
  const area = (x1 - x0) * (y1 - y0);
  const shown = box[2] * box[3];
  if (!(area > 0) || !(shown > 0)) return { box: null, visible: false, shownShare: 0 };
  return { box, visible: shown / area >= visibleShare, shownShare: shown / area };
}
