import type { RetentionHolding } from '../../generated/graphql.ts';
import { countOrMore } from '../../labels/counts.ts';
import { holdReasonLabels, holdReasons } from '../../labels/hold-reason-labels.ts';
import classes from '../../ui/choice-list.module.css';

interface HoldingListProps {
  counts: readonly { holding: RetentionHolding; photos: number; limitReached: boolean }[];
  chosen: RetentionHolding;
  choose: (holding: RetentionHolding) => void;
}

/** Lists every reason why photos stay, with its count; one is chosen. */
export function HoldingList({ counts, chosen, choose }: HoldingListProps) {
  const byHolding = new Map(counts.map((count) => [count.holding, count]));
  return (
    <ul className={classes.list} aria-label="Why photos stay">
      {holdReasons.map((holding) => {
        const { photos = 0, limitReached = false } = byHolding.get(holding) ?? {};
        return (
          <li key={holding}>
            <button type="button" aria-pressed={holding === chosen} onClick={() => choose(holding)}>
              <span>{holdReasonLabels[holding].label}</span>
              <b>{countOrMore(photos, limitReached)}</b>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
