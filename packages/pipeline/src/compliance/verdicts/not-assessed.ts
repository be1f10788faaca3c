import { boxAround } from '../align/boxes.ts';
import type { Names } from './names.ts';
import type { Ruling } from './ruling.ts';
import type { Tally } from './tally.ts';

/** The last of the rules, and the only one that always applies: nothing is known of the place. */
export function notAssessed({ position, cells, failure }: Tally, names: Names): Ruling {
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
      `The place of ${names.product(position.productId)} was not looked at closely enough to judge.`,
    credit: null,
  };
}
