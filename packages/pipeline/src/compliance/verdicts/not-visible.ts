import type { Rule } from './ruling.ts';

/** Less than half of the facings in view: the rest may be anything. */
export const notVisible: Rule = ({ position, cells, visible, failure }, names) => {
  if (failure !== null || visible.length * 2 >= cells.length) return null;
  return {
    verdict: 'NOT_VISIBLE',
    seenProductId: null,
    facingsSeen: null,
    confidence: 1,
    box: null,
    facingBoxes: [],
    candidates: [],
    foundAtPositionId: null,
    reason: `The place of ${names.product(position.productId)} is outside the photo.`,
    credit: null,
  };
};
