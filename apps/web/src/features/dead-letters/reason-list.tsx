import type { CountDeadLetterReasonsQuery, DeadLetterReason } from '../../generated/graphql.ts';
import { reasonLabel, stageLabel } from '../../labels/dead-letter-labels.ts';
import classes from '../../ui/choice-list.module.css';
import { Age } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';

interface ReasonListProps {
  reasons: CountDeadLetterReasonsQuery['deadLetterReasons'];
  chosen: DeadLetterReason | null;
  choose: (reason: DeadLetterReason | null) => void;
}

/** Lists reasons with their counts, the most frequent first; one reason or all can be chosen. */
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
                  {reasonLabel(reason).label}
                  <small>
                    {stageLabel(stage)}, last <Age at={newest} />
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
