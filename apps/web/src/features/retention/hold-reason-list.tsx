import type { RetentionHolding } from '../../generated/graphql.ts';
import { countOrMore, holdingsInOrder, holdingWords } from '../../lib/words/holding-words.ts';
import classes from '../../ui/choice-list.module.css';

interface HoldingListProps {
  counts: readonly { holding: RetentionHolding; photos: number; limitReached: boolean }[];
  chosen: RetentionHolding;
  choose: (holding: RetentionHolding) => void;
}

/** Every reason why photos stay, with how many do; one is chosen. */
export function HoldingList({ counts, chosen, choose }: HoldingListProps) {
  const byHolding = new Map(counts.map((count) => [count.holding, count]));
  return (
    <ul className={classes.list} aria-label="Why photos stay">
      {holdingsInOrder.map((holding) => {
        const { photos = 0, limitReached = false } = byHolding.get(holding) ?? {};
        return (
          <li key={holding}>
            <button type="button" aria-pressed={holding === chosen} onClick={() => choose(holding)}>
              <span>{holdingWords[holding].word}</span>
              <b>{countOrMore(photos, limitReached)}</b>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
