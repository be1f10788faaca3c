import type { ShelfCode } from '../../inference/realogram.ts';
import type { Cell } from '../align/alignment.ts';
import type { Evidence, FacingEvidence, FacingFound } from '../finding.ts';
import type { Ruling } from './ruling.ts';
import { decided, type Tally } from './tally.ts';

/** More candidates than these nobody reads, and every position of every capture keeps them. */
const mostCandidates = 3;

/** The evidence of one position. `codes`: what the photo's shelf edges say, of all positions. */
export function evidenceOf(tally: Tally, ruling: Ruling, codes: readonly ShelfCode[]): Evidence {
  const facings = tally.cells.map((cell) => facingOf(cell, tally.position.productId));
  const tags = codes.filter(({ positionId }) => positionId === tally.position.id);
  return {
    facingBoxes: ruling.facingBoxes,
    candidates: ruling.candidates,
    foundAtPositionId: ruling.foundAtPositionId,
    facingsJudged: decided(tally),
    facings: ruling.verdict === 'MATCH' ? leastSure(facings) : facings,
    ...(tags.length > 0 ? { tags } : {}),
  };
}

function facingOf(cell: Cell, plannedId: string): FacingEvidence {
  const { slot, box, occupant, gap } = cell;
  const seen = occupant ?? gap;
  return {
    column: slot.column,
    row: slot.row,
    place: box,
    found: foundIn(cell, plannedId),
    seenProductId: occupant?.productId ?? null,
    confidence: seen?.confidence ?? null,
    candidates: (seen?.candidates ?? []).slice(0, mostCandidates),
    ...(seen?.sight === undefined ? {} : { sight: seen.sight }),
  };
}

function foundIn({ visible, occupant, looked }: Cell, plannedId: string): FacingFound {
  if (!visible) return 'NOT_VISIBLE';
  if (occupant === null) return looked ? 'EMPTY' : 'NOT_LOOKED_AT';
  if (occupant.productId === plannedId) return 'PLANNED_PRODUCT';
  if (occupant.productId !== null) return 'OTHER_PRODUCT';
  return occupant.identified ? 'UNKNOWN_PRODUCT' : 'NOT_IDENTIFIED';
}

/** The facing on which a wrong MATCH would hang. */
const leastSure = (facings: readonly FacingEvidence[]): FacingEvidence[] =>
  facings
    .filter(({ found }) => found === 'PLANNED_PRODUCT')
    .toSorted((a, b) => (a.confidence ?? 0) - (b.confidence ?? 0))
    .slice(0, 1);
