import type { Box } from '../../realogram.ts';
import type { Cell } from '../align/alignment.ts';
import { boxAround } from '../align/boxes.ts';
import { noCredit, type Rule } from './verdict-decision.ts';

/** Without a detected gap, emptiness is only inferred: neighbours were found, this product was not. */
const inferred = 0.6;

/** The place is empty, and the product is nowhere in the bay. */
export const missing: Rule = ({ position, empty }, names) => {
  if (empty.length === 0) return null;
  const confidences = empty.map((cell) => cell.gap?.confidence ?? inferred);
  return {
    verdict: 'MISSING',
    seenProductId: null,
    facingsSeen: 0,
    confidence: confidences.reduce((sum, value) => sum + value, 0) / confidences.length,
    box: boxAround(empty.flatMap(placeOf)),
    facingBoxes: [],
    candidates: [],
    foundAtPositionId: null,
    reason: `The place of ${names.product(position.productId)} is empty.`,
    credit: noCredit,
  };
};

/** Clips the gap to the place: a gap may be wider than the missing product. */
const placeOf = ({ box, gap }: Cell): Box[] => {
  const shown = box ?? gap?.box ?? null;
  return shown === null ? [] : [shown];
};
