import type { Cell } from '../compliance/align/alignment.ts';

/** Likeness (1 is a typical correct match of the photo) or, without one, confidence from which a product certainly shows. */
const minLikeness = 0.7;
const minConfidence = 0.5;

/** Returns whether the planned product was recognised in its place beyond doubt. */
export const isSure = (cell: Cell): boolean =>
  isRecognised(cell) && cell.occupant?.productId === cell.slot.position.productId;

/** Returns whether a product of the catalogue was recognised in the place beyond doubt. */
export function isRecognised({ occupant }: Cell): boolean {
  if (occupant === null || occupant.productId === null) return false;
  const likeness = occupant.sight?.likeness ?? null;
  return likeness === null ? occupant.confidence >= minConfidence : likeness >= minLikeness;
}

/** Packs in a trolley or on a pallet are of another size than those of the shelf: they reach 0.89 in the plan's places. */
const minPlainLikeness = 0.9;

/** Returns whether a pack of the shelf is plainly in view, the planned one or another. A confidence alone does not tell. */
export const isPlainlySeen = ({ occupant }: Cell): boolean =>
  occupant !== null && occupant.productId !== null && (occupant.sight?.likeness ?? 0) >= minPlainLikeness;
