import { verdictsWorstFirst } from '../../lib/words/verdict-words.ts';
import type { PositionVerdict } from './read-capture.ts';

const rank = new Map(verdictsWorstFirst.map((verdict, at) => [verdict, at]));

/** The order of review: by kind of verdict, then the least credit, then the most certain finding, then as planned. */
export function worstFirst<V extends Pick<PositionVerdict, 'verdict' | 'credit' | 'confidence'>>(
  verdicts: readonly V[],
): V[] {
  return verdicts.toSorted(
    (a, b) =>
      (rank.get(a.verdict) ?? rank.size) - (rank.get(b.verdict) ?? rank.size) ||
      (a.credit ?? 1) - (b.credit ?? 1) ||
      b.confidence - a.confidence,
  );
}
