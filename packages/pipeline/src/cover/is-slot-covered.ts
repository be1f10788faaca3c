import type { Slot } from '../planogram/model.ts';
import type { Area } from './area.ts';
import type { ColourLook } from './colour-look.ts';
import { isPlainlySeen, isRecognised, isSure } from './is-sure.ts';
import type { SlotSurroundings } from './slot-surroundings.ts';

/** From these hidden shares of a rail on a thing may reach into the slot, and covers enough of it to hide what is there. */
const minTouched = 0.15;
const minHidden = 0.3;
/** With this share of its area in the colours of the empty shelf, a gap is a gap although a thing touches its rail. */
const minEmptyShare = 0.6;

/** By so much more of the slot must look like the empty shelf than like the thing: to call it empty is the worse fault. */
const minLead = 0.35;
/** From this share on a thing hides the rail and no price tag does; below it the slot must show the thing's colours. */
const minPlainlyHidden = 0.6;
const minCoverShare = 0.2;

/** How the shelf looks where nothing stands, and the things before it where they hide the rails. */
export interface Looks {
  empty: ColourLook;
  cover: ColourLook;
}

/**
 * Returns whether something stands before a slot. A thing on the shelf keeps to its place between the rails; what hides both
 * rails stands before it. Where one rail is hidden, the pixels decide: a recognised product or the empty shelf is in view.
 */
export function isSlotCovered({ cell, below, above }: SlotSurroundings, looks: Looks): boolean {
  if (isSure(cell) || isPlainlySeen(cell)) return false;
  if (Math.min(below ?? 0, above ?? 0) >= minHidden) return true;
  const touched = Math.max(below ?? 0, above ?? 0);
  // A sign that hangs from the rail above hides a part of it, and no more of the product than the tier can do without.
  if (touched < minTouched || (isRecognised(cell) && (below ?? 0) < minPlainlyHidden)) return false;
  // Over the highest shelf, or where a rail is out of view, nothing shows how far a thing reaches.
  if ((above === null || below === null) && touched >= minHidden) return true;
  const { occupant, slot } = cell;
  const coverShare = looks.cover.shareOf(slot) ?? 0;
  if (occupant !== null)
    return (
      occupant.productId !== slot.position.productId &&
      (touched >= minPlainlyHidden || coverShare >= minCoverShare)
    );
  return partsBeside(slot, below, above).some((part) => !showsEmptyShelf(part, looks));
}

/** How far a thing that hides a rail certainly reaches into the slot, as a share of the slot, for the slot to be covered. */
const reach = 0.3;

/** Returns the slot, and the parts of it that lie beside a plainly hidden rail. */
function partsBeside(slot: Slot, below: number | null, above: number | null): Area[] {
  const { yMm, heightMm } = slot;
  const part = { xMm: slot.xMm, widthMm: slot.widthMm, heightMm: reach * heightMm };
  const parts: Area[] = [slot];
  if ((above ?? 0) >= minPlainlyHidden) parts.push({ ...part, yMm });
  if ((below ?? 0) >= minPlainlyHidden) parts.push({ ...part, yMm: yMm + (1 - reach) * heightMm });
  return parts;
}

function showsEmptyShelf(area: Area, { empty, cover }: Looks): boolean {
  const emptyShare = empty.shareOf(area) ?? 0;
  return emptyShare >= minEmptyShare && emptyShare >= (cover.shareOf(area) ?? 0) + minLead;
}

/** An arm from the side reaches past slots without hiding their rails. */
const minArmShare = 0.45;
/** A gap of this confidence whose rails are in view is empty: grey clothes look like the back of a shelf. */
const sureGap = 0.95;

/** Returns whether a thing that stands before a neighbouring slot reaches before this one, with both rails in view. */
export function isReachedInto({ cell }: SlotSurroundings, looks: Looks): boolean {
  if (isRecognised(cell) || (cell.gap?.confidence ?? 0) >= sureGap) return false;
  const coverShare = looks.cover.shareOf(cell.slot) ?? 0;
  return coverShare >= minArmShare && coverShare > (looks.empty.shareOf(cell.slot) ?? 0);
}
