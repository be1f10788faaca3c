import type { Finding } from '../finding.ts';
import { partsOfCredit } from './parts-of-credit.ts';
import type { ScoredPosition } from './score.ts';

/** Converts an existing finding to the input of a new score: the finding's credit at the given weight. */
export function scoredPosition(
  { verdict, credit, facingsPlanned, facingsSeen, evidence }: Finding,
  weight: number,
): ScoredPosition {
  const facingsJudged = evidence.facingsJudged ?? facingsPlanned;
  const hasFacings = verdict === 'MATCH' || verdict === 'FACINGS_OVER' || verdict === 'FACINGS_SHORT';
  return {
    weight,
    parts: partsOfCredit(verdict, credit),
    facingsJudged,
    facingsMatched: hasFacings ? Math.min(facingsSeen ?? 0, facingsJudged) : 0,
  };
}
