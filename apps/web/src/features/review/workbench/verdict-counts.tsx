import type { Verdict } from '../../generated/graphql.ts';
import { verdictsWorstFirst, verdictWords } from '../../lib/words/verdict-words.ts';
import { verdictLook } from '../../ui/verdict-look.ts';
import classes from './verdict-counts.module.css';

interface VerdictCountsProps {
  counts: { verdict: Verdict; count: number }[];
  /** The one verdict that the list is narrowed to. */
  only: Verdict | null;
  setOnly: (verdict: Verdict | null) => void;
}

/** How many positions have which verdict; a click narrows the list to one of them. */
export function VerdictCounts({ counts, only, setOnly }: VerdictCountsProps) {
  const countOf = new Map(counts.map(({ verdict, count }) => [verdict, count]));
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a group of form fields
    <div className={classes.counts} role="group" aria-label="Show only one verdict">
      {verdictsWorstFirst
        .filter((verdict) => countOf.get(verdict))
        .map((verdict) => {
          const { tone, icon: VerdictIcon } = verdictLook[verdict];
          return (
            <button
              key={verdict}
              type="button"
              data-tone={tone}
              aria-pressed={only === verdict}
              onClick={() => setOnly(only === verdict ? null : verdict)}
            >
              <VerdictIcon size={14} stroke={2} aria-hidden />
              <b>{countOf.get(verdict)}</b> {verdictWords[verdict]}
            </button>
          );
        })}
    </div>
  );
}
