import Link from 'next/link';
import { percent } from '../../lib/percent.ts';
import { Moment } from '../../ui/moment.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import type { ShownCapture } from './list-announced-photos.ts';
import classes from './photo-table.module.css';

/** The captures that show a photo, each a link to its review. `count`: how many there are, also those not named. */
export function ShownCaptures({ captures, count }: { captures: readonly ShownCapture[]; count: number }) {
  const unnamed = count - captures.length;
  return (
    <ul className={classes.captures}>
      {captures.map((capture) => (
        <li key={capture.id}>
          <Link
            className={classes.capture}
            href={`/captures/${encodeURIComponent(capture.id)}`}
            prefetch={false}
            data-walk
          >
            <Thumbnail identity={capture.id} url={capture.photo?.thumbnailUrl ?? null} />
            <span>
              <b>
                {capture.store.code} · {capture.bay.aisle}
              </b>
              <span className={classes.dim}>
                <Moment at={capture.takenAt} timeZone={capture.store.timeZone} />
              </span>
            </span>
          </Link>
          <StateTag state={capture.state} />
          <ScoreWord score={capture.currentScore} />
        </li>
      ))}
      {unnamed > 0 ? (
        <li className={classes.dim}>
          and {unnamed.toLocaleString('en')} more {unnamed === 1 ? 'capture' : 'captures'} with the same photo
        </li>
      ) : null}
    </ul>
  );
}

function ScoreWord({ score }: { score: ShownCapture['currentScore'] }) {
  if (!score) return <span className={classes.dim}>No score</span>;
  if (score.score === null) return <span title={score.unscoredReason ?? ''}>Unscored</span>;
  return <span>Score {percent(score.score)}</span>;
}
