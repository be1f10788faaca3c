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
