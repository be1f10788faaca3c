import { verdictsWorstFirst } from '../../lib/words/verdict-words.ts';
import type { PositionVerdict } from './read-capture.ts';

const rank = new Map(verdictsWorstFirst.map((verdict, at) => [verdict, at]));

type Ranked = Pick<PositionVerdict, 'verdict' | 'credit' | 'confidence'>;

/**
 * The order of review: by kind of verdict, then the least credit, then the most certain finding, then as planned. What
 * somebody overruled stays where scoring had put it, so that a ruling does not break off the walk.
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
