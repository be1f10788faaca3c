import type { Verdict } from '../../generated/graphql.ts';
import { verdictLabels, verdictsWorstFirst } from '../../labels/verdict-labels.ts';
import { verdictStyles } from '../../ui/verdict-style.ts';
import classes from './verdict-bar.module.css';

/** Shows the verdicts of one score as a bar, worst first, with the two worst in words. */
export function VerdictBar({ counts }: { counts: { verdict: Verdict; count: number }[] }) {
  const sorted = verdictsWorstFirst
    .map((verdict) => ({ verdict, count: counts.find((c) => c.verdict === verdict)?.count ?? 0 }))
    .filter(({ count }) => count > 0);
  const sentence = sorted.map(({ verdict, count }) => `${count} ${verdictLabels[verdict].toLowerCase()}`);
  return (
    <span className={classes.cell} title={sentence.join(', ')}>
      <span className={classes.bar} aria-hidden>
        {sorted.map(({ verdict, count }) => (
          <span key={verdict} data-tone={verdictStyles[verdict].tone} style={{ flexGrow: count }} />
        ))}
      </span>
      <span className={classes.words}>{sentence.slice(0, 2).join(', ')}</span>
    </span>
  );
}
