'use client';
import Link from 'next/link';
import { useState } from 'react';
import { percent } from '../../../lib/percent.ts';
import { Moment } from '../../../ui/moment.tsx';
import { useSteadyUrl } from '../../../ui/use-steady-url.ts';
import type { ReviewedCapture } from '../read-capture.ts';
import classes from './before-after.module.css';
import type { PreviousCapture } from './read-previous-capture.ts';

interface BeforeAfterProps {
  photo: NonNullable<ReviewedCapture['photo']>;
  photoUrl: string;
  previous: PreviousCapture;
  timeZone: string;
}

/** Shows the photo over the one taken before it; a slider, by hand or arrow keys, sets the share of each. */
export function BeforeAfter({ photo, photoUrl, previous, timeZone }: BeforeAfterProps) {
  const [share, setShare] = useState(50);
  const steady = useSteadyUrl(previous.id, previous.photo.url);
  const ratio = photo.widthPx / photo.heightPx;
  return (
    <div className={classes.pair} style={{ width: `min(100%, calc(var(--drawing-height) * ${ratio}))` }}>
      <div className={classes.frame} style={{ aspectRatio: ratio }}>
        {/* biome-ignore lint/performance/noImgElement: signed, short-lived images must not pass through the optimizer's cache */}
        <img src={steady.url} alt="The bay as it was photographed before" onError={steady.onError} />
        {/* biome-ignore lint/performance/noImgElement: as above */}
        <img
          src={photoUrl}
          alt="The bay as it was photographed now"
          style={{ clipPath: `inset(0 0 0 ${share}%)` }}
        />
        <span className={classes.edge} style={{ left: `${share}%` }} aria-hidden />
        <span className={classes.word} data-side="before" aria-hidden>
          Before
        </span>
        <span className={classes.word} data-side="now" aria-hidden>
          Now
        </span>
      </div>
      <input
        type="range"
        className={classes.slider}
        min={0}
        max={100}
        value={share}
        onChange={(event) => setShare(Number(event.currentTarget.value))}
        aria-label="How much of the photo before is seen"
        aria-valuetext={`${share} % before, ${100 - share} % now`}
      />
      <p className={classes.about}>
        Before:{' '}
        <Link href={`/captures/${encodeURIComponent(previous.id)}`}>
          taken <Moment at={previous.takenAt} timeZone={timeZone} />
        </Link>
        {previous.currentScore ? `, score ${percent(previous.currentScore.score)}` : ''}
      </p>
    </div>
  );
}
