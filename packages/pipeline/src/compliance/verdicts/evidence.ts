import type { ShelfCode } from '../../realogram.ts';
import type { Cell } from '../align/alignment.ts';
import type { Evidence, FacingEvidence, FacingFound } from '../finding.ts';
import { judgedFacings, type PositionEvidence } from './position-evidence.ts';
import type { VerdictDecision } from './verdict-decision.ts';

/** Maximum candidates: every position of every capture stores them, and reviewers do not read more. */
const maxCandidates = 3;

/** Builds the evidence of one position. `codes`: the codes read on the photo's shelf edges, of all positions. */
export function evidenceOf(
  positionEvidence: PositionEvidence,
  decision: VerdictDecision,
  codes: readonly ShelfCode[],
): Evidence {
  const facings = positionEvidence.cells.map((cell) => facingOf(cell, positionEvidence.position.productId));
  const tags = codes.filter(({ positionId }) => positionId === positionEvidence.position.id);
  return {
    facingBoxes: decision.facingBoxes,
    candidates: decision.candidates,
    foundAtPositionId: decision.foundAtPositionId,
    facingsJudged: judgedFacings(positionEvidence),
    facings: decision.verdict === 'MATCH' ? leastCertain(facings) : facings,
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
    candidates: (seen?.candidates ?? []).slice(0, maxCandidates),
    ...(seen?.sight === undefined ? {} : { sight: seen.sight }),
  };
}

function foundIn({ visible, occupant, searched, covered }: Cell, plannedId: string): FacingFound {
  if (!visible) return 'NOT_VISIBLE';
  if (covered) return 'COVERED';
  if (occupant === null) return searched ? 'EMPTY' : 'NOT_LOOKED_AT';
  if (occupant.productId === plannedId) return 'PLANNED_PRODUCT';
  if (occupant.productId !== null) return 'OTHER_PRODUCT';
  return occupant.identified ? 'UNKNOWN_PRODUCT' : 'NOT_IDENTIFIED';
}

/** Returns the facing with the lowest confidence, on which a wrong MATCH would depend. */
const leastCertain = (facings: readonly FacingEvidence[]): FacingEvidence[] =>
  facings
    .filter(({ found }) => found === 'PLANNED_PRODUCT')
    .toSorted((a, b) => (a.confidence ?? 0) - (b.confidence ?? 0))
    .slice(0, 1);
