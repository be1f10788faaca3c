import type { Verdict } from '../../../generated/graphql.ts';
import { verdictLabels, verdictsWorstFirst } from '../../../labels/verdict-labels.ts';
import { verdictStyles } from '../../../ui/verdict-style.ts';
import classes from './verdict-counts.module.css';

interface VerdictCountsProps {
  counts: { verdict: Verdict; count: number }[];
  /** The only verdict that the list shows. */
  only: Verdict | null;
  setOnly: (verdict: Verdict | null) => void;
}

/** Counts the positions by verdict; a click filters the list. */
export function VerdictCounts({ counts, only, setOnly }: VerdictCountsProps) {
  const countOf = new Map(counts.map(({ verdict, count }) => [verdict, count]));
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a group of form fields
    <div className={classes.counts} role="group" aria-label="Show only one verdict">
      {verdictsWorstFirst
        .filter((verdict) => countOf.get(verdict))
        .map((verdict) => {
          const { tone, icon: VerdictIcon } = verdictStyles[verdict];
          return (
            <button
              key={verdict}
              type="button"
              data-tone={tone}
              aria-pressed={only === verdict}
              onClick={() => setOnly(only === verdict ? null : verdict)}
            >
              <VerdictIcon size={14} stroke={2} aria-hidden />
              <b>{countOf.get(verdict)}</b> {verdictLabels[verdict]}
            </button>
          );
        })}
    </div>
  );
}
