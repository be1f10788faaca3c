import Link from 'next/link';
import { Moment } from '../../ui/moment.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import classes from './alert-list.module.css';
import type { ListedAlert } from './list-alerts.ts';

/** Lists the captures that show why an alert was raised, each with the trace by which logs name it. */
export function AlertExamples({ captures }: { captures: ListedAlert['captures'] }) {
  return (
    <ul className={classes.examples} aria-label="Captures that show it">
      {captures.map(({ id, takenAt, traceId, store, bay, currentScore, photo }) => (
        <li key={id} className={classes.example}>
          <Thumbnail identity={id} url={photo?.thumbnailUrl ?? null} />
          <span>
            <Link href={`/captures/${encodeURIComponent(id)}`} prefetch={false}>
              {store.code} · {bay.aisle}
            </Link>
            {currentScore?.score == null ? null : ` · ${Math.round(currentScore.score * 100)} %`}
            <br />
            <span className={classes.dim}>
              <Moment at={takenAt} timeZone={store.timeZone} />
              {traceId ? (
                <>
                  {' '}
                  · trace <code>{traceId}</code>
                </>
              ) : null}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
