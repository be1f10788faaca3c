import { verdictsWorstFirst } from '../../../labels/verdict-labels.ts';
import type { PositionVerdict } from '../read-capture.ts';

const rank = new Map(verdictsWorstFirst.map((verdict, at) => [verdict, at]));

type Ranked = Pick<PositionVerdict, 'verdict' | 'credit' | 'confidence'>;

/**
 * Sorts findings in the order of review: by verdict, then the least credit, then the most certain, then as planned. An
 * overruled finding stays in the place of its original verdict, so that a decision does not interrupt the review.
 */
export function worstFirst<V extends Ranked & { machine: Ranked | null }>(verdicts: readonly V[]): V[] {
  return verdicts.toSorted((one, other) => {
    const [a, b] = [one.machine ?? one, other.machine ?? other];
    return (
      (rank.get(a.verdict) ?? rank.size) - (rank.get(b.verdict) ?? rank.size) ||
      (a.credit ?? 1) - (b.credit ?? 1) ||
      b.confidence - a.confidence
    );
  });
}
