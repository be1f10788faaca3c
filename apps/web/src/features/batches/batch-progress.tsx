import Link from 'next/link';
import { itemStates, itemStateWords } from '../../lib/words/batch-words.ts';
import type { BatchGlance } from './batch-glance.ts';
import { itemLook } from './batch-look.ts';
import classes from './batch-progress.module.css';
import { paceInWords } from './pace-words.ts';

interface BatchProgressProps {
  batch: BatchGlance;
  /** Counts are links to the captures that they count. */
  linked?: boolean;
}

/** How far a batch is: a bar by how its captures ended, the counts behind it, its pace and the time that is left. */
export function BatchProgress({ batch, linked = true }: BatchProgressProps) {
  const { total, ended, state, progress } = batch;
  const countOf = new Map(progress.counts.map((entry) => [entry.state, entry.count]));
  const told = itemStates.flatMap((itemState) => {
    const count = countOf.get(itemState) ?? 0;
    return count > 0 ? [{ itemState, count }] : [];
  });
  const pace = paceInWords(batch);
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
        {told
          .filter(({ itemState }) => itemState !== 'WAITING' && itemState !== 'MOVED')
          .map(({ itemState, count }) => (
            <span
              key={itemState}
              data-tone={itemLook[itemState].tone}
              style={{ width: `${(100 * count) / Math.max(1, total)}%` }}
            />
          ))}
      </div>
      <ul className={classes.counts} aria-label="Captures by how they stand">
        {told.map(({ itemState, count }) => {
          const { tone, icon: StateIcon } = itemLook[itemState];
          const { word, meaning } = itemStateWords[itemState];
          const figure = (
            <>
              <b>{count.toLocaleString('en')}</b> {word.toLowerCase()}
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
