import type { CountDeadLetterReasonsQuery } from '../../generated/graphql.ts';
import { reasonWords, stageWord } from '../../lib/words/dead-letter-words.ts';
import classes from '../../ui/choice-list.module.css';
import { Age } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';

interface ReasonListProps {
  reasons: CountDeadLetterReasonsQuery['deadLetterReasons'];
  chosen: string | null;
  choose: (reason: string | null) => void;
}

/** Reasons with their counts, the most frequent first; one can be chosen, or all. */
export function ReasonList({ reasons, chosen, choose }: ReasonListProps) {
  const total = reasons.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel title="By reason" flush>
      <ul className={classes.list}>
        <li>
          <button type="button" aria-pressed={chosen === null} onClick={() => choose(null)}>
            <span>All reasons</span>
            <b>{total.toLocaleString('en')}</b>
          </button>
        </li>
        {reasons
          .toSorted((a, b) => b.count - a.count)
          .map(({ reason, stage, count, newest }) => (
            <li key={`${reason} ${stage}`}>
              <button type="button" aria-pressed={chosen === reason} onClick={() => choose(reason)}>
                <span>
                  {reasonWords(reason).word}
                  <small>
                    {stageWord(stage)}, last <Age at={newest} />
                  </small>
                </span>
                <b>{count.toLocaleString('en')}</b>
              </button>
            </li>
          ))}
      </ul>
    </Panel>
  );
}
