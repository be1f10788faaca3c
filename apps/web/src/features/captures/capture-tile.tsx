'use client';
import Link from 'next/link';
import { percent } from '../../lib/percent.ts';
import { Age } from '../../ui/moment.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import classes from './capture-tile.module.css';
import type { ListedCapture } from './list-captures.ts';
import { VerdictBar } from './verdict-bar.tsx';

export function CaptureTile({ capture }: { capture: ListedCapture }) {
  const { store, bay, currentScore: score } = capture;
  return (
    <Link className={classes.tile} href={`/captures/${encodeURIComponent(capture.id)}`} prefetch={false}>
      <Thumbnail identity={capture.id} url={capture.photo?.thumbnailUrl ?? null} size="tile" />
      <span className={classes.words}>
        <span className={classes.line}>
          <b>
            {store.code} · {bay.aisle}
          </b>
          <span className={classes.dim}>
            <Age at={capture.receivedAt} timeZone={store.timeZone} />
          </span>
        </span>
        {score ? (
          <>
            <span className={classes.line}>
              <span className={classes.score}>
                {score.score === null ? 'Unscored' : percent(score.score)}
              </span>
              <span className={classes.dim}>tier {score.tier}</span>
            </span>
            <VerdictBar counts={score.verdictCounts} />
          </>
        ) : (
          <span>
            <StateTag state={capture.state} />
          </span>
        )}
      </span>
    </Link>
  );
}
