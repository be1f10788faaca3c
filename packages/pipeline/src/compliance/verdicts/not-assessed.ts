import { boxAround } from '../align/boxes.ts';
import type { Names } from './names.ts';
import type { PositionEvidence } from './position-evidence.ts';
import type { VerdictDecision } from './verdict-decision.ts';

/** Returns the decision of the last rule, which always applies: the place is unknown. */
export function notAssessed({ position, cells, failure }: PositionEvidence, names: Names): VerdictDecision {
  return {
    verdict: 'NOT_ASSESSED',
    seenProductId: null,
    facingsSeen: null,
    confidence: 0,
    box: boxAround(cells.map((cell) => cell.box).filter((box) => box !== null)),
    facingBoxes: [],
    candidates: [],
    foundAtPositionId: null,
    reason:
      failure ??
      `The place of ${names.product(position.productId)} was not examined closely enough to assess it.`,
    credit: null,
  };
}
