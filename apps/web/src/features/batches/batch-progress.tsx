import Link from 'next/link';
import { itemStateLabels, itemStates } from '../../labels/batch-labels.ts';
import type { BatchSummary } from '../../lib/batches/batch-summary.ts';
import classes from './batch-progress.module.css';
import { itemStyles } from './item-style.ts';
import { paceLabel } from './pace-label.ts';

interface BatchProgressProps {
  batch: BatchSummary;
  /** Counts link to the captures that they count. */
  linked?: boolean;
}

/** Shows the progress of a batch: a bar by outcome, the counts behind it, the pace and the remaining time. */
export function BatchProgress({ batch, linked = true }: BatchProgressProps) {
  const { total, ended, state, progress } = batch;
  const countOf = new Map(progress.counts.map((entry) => [entry.state, entry.count]));
  const shown = itemStates.flatMap((itemState) => {
    const count = countOf.get(itemState) ?? 0;
    return count > 0 ? [{ itemState, count }] : [];
  });
  const pace = paceLabel(batch);
  const known = state === 'EXPANDING' ? `${total.toLocaleString('en')} so far` : total.toLocaleString('en');
  return (
    <div className={classes.progress}>
      <div className={classes.line}>
        <span>
          <b>{ended.toLocaleString('en')}</b> of {known} done
        </span>
        {pace ? <span className={classes.pace}>{pace}</span> : null}
      </div>
      <div
        className={classes.track}
        role="progressbar"
        aria-label="Captures of the batch that are done"
        aria-valuemin={0}
        aria-valuemax={Math.max(1, total)}
        aria-valuenow={ended}
        aria-valuetext={`${ended} of ${known}`}
      >
        {shown
          .filter(({ itemState }) => itemState !== 'WAITING' && itemState !== 'MOVED')
          .map(({ itemState, count }) => (
            <span
              key={itemState}
              data-tone={itemStyles[itemState].tone}
              style={{ width: `${(100 * count) / Math.max(1, total)}%` }}
            />
          ))}
      </div>
      <ul className={classes.counts} aria-label="Captures by state">
        {shown.map(({ itemState, count }) => {
          const { tone, icon: StateIcon } = itemStyles[itemState];
          const { label, meaning } = itemStateLabels[itemState];
          const figure = (
            <>
              <b>{count.toLocaleString('en')}</b> {label.toLowerCase()}
            </>
          );
          return (
            <li key={itemState} data-tone={tone} title={meaning}>
              <StateIcon size={14} stroke={2} aria-hidden />
              {linked ? (
                <Link
                  href={`/batches/${encodeURIComponent(batch.id)}?state=${itemState}#captures`}
                  prefetch={false}
                >
                  {figure}
                </Link>
              ) : (
                <span>{figure}</span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
