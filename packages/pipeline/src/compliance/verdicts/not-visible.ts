import type { Rule } from './verdict-decision.ts';

/**
 * At least half of a place must be in view to be judged. The registration is exact to a few hundredths of a place: this margin
 * is added to be sure.
 */
const minShownShare = 0.54;

/** About half of the place or less is visible, or the photo's edge cuts what is planned there: its content is unknown. */
export const notVisible: Rule = ({ position, cells, visible, failure }, names) => {
  if (failure !== null) return null;
  const shown = cells.reduce((sum, cell) => sum + cell.shownShare, 0) / Math.max(1, cells.length);
  if (visible.length > 0 && shown >= minShownShare) return null;
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
      shown <= 0
        ? `The place of ${names.product(position.productId)} is outside the photo.`
        : shown < minShownShare
          ? `At most about half of the place of ${names.product(position.productId)} is in the photo.`
          : `The edge of the photo cuts the place of ${names.product(position.productId)}.`,
    credit: null,
  };
};
