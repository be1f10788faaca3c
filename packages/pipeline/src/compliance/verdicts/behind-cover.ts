import { boxAround } from '../align/boxes.ts';
import { isCovered } from './position-evidence.ts';
import type { Rule } from './verdict-decision.ts';

/** Something stands before all of the place that is in view, so it is neither full nor empty. */
export const behindCover: Rule = (positionEvidence, names) => {
  if (!isCovered(positionEvidence)) return null;
  const { position, visible } = positionEvidence;
  return {
    verdict: 'NOT_ASSESSED',
    seenProductId: null,
    facingsSeen: null,
    confidence: 1,
    box: boxAround(visible.map(({ box }) => box).filter((box) => box !== null)),
    facingBoxes: [],
    candidates: [],
    foundAtPositionId: null,
    reason: `Something stands in front of the place of ${names.product(position.productId)}.`,
    credit: null,
  };
};
