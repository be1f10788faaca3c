import { behindCover } from './behind-cover.ts';
import { changedPositions } from './changed-positions.ts';
import { facingsOver } from './facings-over.ts';
import { facingsShort } from './facings-short.ts';
import { match } from './match.ts';
import { misplaced } from './misplaced.ts';
import { missing } from './missing.ts';
import type { Names } from './names.ts';
import { notAssessed } from './not-assessed.ts';
import { notVisible } from './not-visible.ts';
import { occupied } from './occupied.ts';
import type { PositionEvidence } from './position-evidence.ts';
import { unknownProduct } from './unknown-product.ts';
import type { Rule, VerdictDecision } from './verdict-decision.ts';
import { wrongProduct } from './wrong-product.ts';

/**
 * The order of precedence. The first rule that applies decides.
 *
 * | the position's place holds            | and the product elsewhere in the bay | verdict         | assessable |
 * | ------------------------------------- | ------------------------------------ | --------------- | ---------- |
 * | about half of it in view, or less     | -                                    | NOT_VISIBLE     | no         |
 * | anything but the product in facings that the photo's edge cuts | -           | NOT_VISIBLE     | no         |
 * | something before it, in every facing in view | -                          | NOT_ASSESSED    | no         |
 * | its neighbour, which changed places with it | -                          | MISPLACED       | yes        |
 * | the product, and more beside the block | -                                   | FACINGS_OVER    | yes        |
 * | the product in every judged facing    | -                                    | MATCH           | yes        |
 * | the product in some facings           | -                                    | FACINGS_SHORT   | yes        |
 * | anything but the product              | yes, and needed in no place there    | MISPLACED       | yes        |
 * | another product of the catalogue      | no                                   | WRONG_PRODUCT   | yes        |
 * | something of no catalogue             | no                                   | UNKNOWN_PRODUCT | yes        |
 * | something not identified              | -                                    | OCCUPIED        | no         |
 * | nothing                               | no                                   | MISSING         | yes        |
 * | not searched, or no alignment         | -                                    | NOT_ASSESSED    | no         |
 */
const precedence: readonly Rule[] = [
  notVisible,
  behindCover,
  changedPositions,
  facingsOver,
  match,
  facingsShort,
  misplaced,
  wrongProduct,
  unknownProduct,
  occupied,
  missing,
];

export function decideVerdict(positionEvidence: PositionEvidence, names: Names): VerdictDecision {
  for (const rule of precedence) {
    const decision = rule(positionEvidence, names);
    if (decision !== null) return decision;
  }
  return notAssessed(positionEvidence, names);
}
