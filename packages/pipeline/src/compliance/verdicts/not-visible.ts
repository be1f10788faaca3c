import type { Rule } from './ruling.ts';

/**
 * Of a place that can be judged at least half is in view. Where the bay lies in the photo is known to a few hundredths
 * of a place: so much more has to show to be sure of it.
 */
const leastShown = 0.54;

/** About half of the place or less is in view: the rest may be anything. */
export const notVisible: Rule = ({ position, cells, visible, failure }, names) => {
  if (failure !== null) return null;
  const shown = cells.reduce((sum, cell) => sum + cell.shownShare, 0) / Math.max(1, cells.length);
  if (visible.length > 0 && shown >= leastShown) return null;
  return {
    verdict: 'NOT_VISIBLE',
    seenProductId: null,
    facingsSeen: null,
    confidence: 1,
    box: null,
    facingBoxes: [],
    candidates: [],
    foundAtPositionId: null,
    reason:
      shown > 0
        ? `Hardly half of the place of ${names.product(position.productId)} is in the photo, or less.`
        : `The place of ${names.product(position.productId)} is outside the photo.`,
    credit: null,
  };
};
