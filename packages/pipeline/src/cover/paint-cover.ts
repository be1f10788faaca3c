import type { Planogram, Slot } from '../planogram/model.ts';
import type { Area } from './area.ts';
import type { HiddenRails } from './hidden-rails.ts';
import type { CoverMask } from './outlines-of.ts';
import { columnMm } from './rail-columns.ts';
import { shelfAbove } from './shelf-above.ts';

/** Finer than what a reviewer can tell apart in a photo of a bay. */
const blockMm = 10;

/**
 * Marks the covered slots on a grid over the bay, and the hidden parts of the rails under and over them. Elsewhere a tag of a
 * rare colour may hide a rail.
 */
export function paintCover(planogram: Planogram, rails: HiddenRails, slots: readonly Slot[]): CoverMask {
  const width = Math.max(1, Math.ceil(planogram.widthMm / blockMm));
  const height = Math.max(1, Math.ceil(planogram.heightMm / blockMm));
  const mask = new Uint8Array(width * height);
  const fill = ({ xMm, yMm, widthMm, heightMm }: Area) => {
    const left = Math.max(0, Math.round(xMm / blockMm));
    const right = Math.min(width, Math.max(left + 1, Math.round((xMm + widthMm) / blockMm)));
    const top = Math.max(0, Math.round(yMm / blockMm));
    const bottom = Math.min(height, Math.max(top + 1, Math.round((yMm + heightMm) / blockMm)));
    for (let y = top; y < bottom; y++) mask.fill(1, y * width + left, y * width + right);
  };
  for (const slot of slots) fill(slot);
  for (const [shelf, flags] of rails) {
    const { number, yMm, heightMm } = shelf;
    const beside = slots.filter(
      (slot) => slot.position.shelfNumber === number || shelfAbove(planogram, slot) === shelf,
    );
    for (const [i, flag] of flags.entries()) {
      const xMm = (i + 0.5) * columnMm;
      const hidden =
        flag === true ? beside.filter((slot) => xMm >= slot.xMm && xMm < slot.xMm + slot.widthMm) : [];
      // Over a covered slot the room up to the hidden rail is covered too.
      for (const slot of hidden) {
        const toMm = Math.max(yMm + heightMm, slot.position.shelfNumber === number ? 0 : slot.yMm);
        fill({ xMm: i * columnMm, yMm, widthMm: columnMm, heightMm: toMm - yMm });
      }
    }
  }
  return { mask, width, height, blockMm };
}
