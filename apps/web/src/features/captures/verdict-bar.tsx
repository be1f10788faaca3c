import type { Verdict } from '../../generated/graphql.ts';
import { verdictsWorstFirst, verdictWords } from '../../lib/words/verdict-words.ts';
import { verdictLook } from '../../ui/verdict-look.ts';
import classes from './verdict-bar.module.css';

/** The verdicts of one score as a bar, worst first, with the two worst in words. */
export function VerdictBar({ counts }: { counts: { verdict: Verdict; count: number }[] }) {
  const sorted = verdictsWorstFirst
    .map((verdict) => ({ verdict, count: counts.find((c) => c.verdict === verdict)?.count ?? 0 }))
    .filter(({ count }) => count > 0);
  const sentence = sorted.map(({ verdict, count }) => `${count} ${verdictWords[verdict].toLowerCase()}`);
  return (
    <span className={classes.cell} title={sentence.join(', ')}>
      <span className={classes.bar} aria-hidden>
        {sorted.map(({ verdict, count }) => (
          <span key={verdict} data-tone={verdictLook[verdict].tone} style={{ flexGrow: count }} />
        ))}
      </span>
      <span className={classes.words}>{sentence.slice(0, 2).join(', ')}</span>
    </span>
  );
}
