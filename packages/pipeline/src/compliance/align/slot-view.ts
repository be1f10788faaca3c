import type { Homography } from '../../math/homography.ts';
import type { Slot } from '../../planogram/model.ts';
import type { Box } from '../../realogram.ts';
import { applyRegistration } from './registration.ts';

/** Minimum visible share of a slot: with less, an empty slot cannot be recognised. */
const visibleShare = 0.6;

export interface SlotView {
  /** Clipped to the photo; null when no part is visible. */
  box: Box | null;
  visible: boolean;
  /** 0..1: the visible share. */
  shownShare: number;
}

/** Returns the box of a slot in the photo, clipped to it, and whether enough of it is visible. */
export function viewSlot(slot: Slot, planogramToPhoto: Homography): SlotView {
  const { xMm, yMm } = slot;
  const right = xMm + slot.widthMm;
  const bottom = yMm + slot.heightMm;
  const a = applyRegistration(planogramToPhoto, xMm, yMm);
  const b = applyRegistration(planogramToPhoto, right, yMm);
  const c = applyRegistration(planogramToPhoto, xMm, bottom);
  const d = applyRegistration(planogramToPhoto, right, bottom);
  const x0 = Math.min(a.x, b.x, c.x, d.x);
  const x1 = Math.max(a.x, b.x, c.x, d.x);
  const y0 = Math.min(a.y, b.y, c.y, d.y);
  const y1 = Math.max(a.y, b.y, c.y, d.y);
  const box: Box = [clip(x0), clip(y0), clip(x1) - clip(x0), clip(y1) - clip(y0)];
  const area = (x1 - x0) * (y1 - y0);
  const shown = box[2] * box[3];
  if (!(area > 0) || !(shown > 0)) return { box: null, visible: false, shownShare: 0 };
  return { box, visible: shown / area >= visibleShare, shownShare: shown / area };
}

const clip = (value: number): number => Math.min(1, Math.max(0, value));
