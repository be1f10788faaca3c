'use client';
import Link from 'next/link';
import { percent } from '../../lib/percent.ts';
import { Age, Moment } from '../../ui/moment.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { ComparedPayloads } from './compared-payloads.tsx';
import classes from './conflict-card.module.css';
import { ConflictPhoto } from './conflict-photo.tsx';
import type { ListedConflict } from './list-conflicts.ts';
import { payloadCamera } from './payload-camera.ts';

/** Shows the two photos of a conflict side by side, and how their payloads differ. */
export function ConflictCard({ conflict }: { conflict: ListedConflict }) {
  const { capture, device } = conflict;
  const { store, bay, currentScore: score } = capture;
  const camera = payloadCamera(capture.payload);
  return (
    <article className={classes.card} aria-label={`Conflict of ${store.code} ${bay.aisle}`}>
      <header className={classes.header}>
        <h2>
          <Link href={`/captures/${encodeURIComponent(capture.id)}`} prefetch={false}>
            {store.code} · {bay.aisle}
          </Link>{' '}
          <small>{store.name}</small>
        </h2>
        <span className={classes.dim}>
          both photos have the time <Moment at={capture.takenAt} timeZone={store.timeZone} />
          {camera ? ` and the camera ${camera}` : ''}
        </span>
      </header>
      <div className={classes.photos}>
        <ConflictPhoto
          title="First photo: stored and scored"
          identity={capture.id}
          photo={capture.photo}
          missing="The photo has not been prepared yet, or it cannot be opened."
        >
          <StateTag state={capture.state} />
          <span>
            received <Moment at={capture.receivedAt} timeZone={store.timeZone} />
          </span>
          {score ? (
            <span>
              score {percent(score.score)} of {percent(score.coverage)} seen
            </span>
          ) : null}
        </ConflictPhoto>
        <ConflictPhoto
          title="Later photo: stored, not scored"
          identity={conflict.id}
          photo={conflict.photo}
          missing={
            conflict.sha256
              ? 'Its file is stored. Previews exist only for photos that are a capture of their own.'
              : 'Only its announcement arrived; the file was never uploaded.'
          }
        >
          <span>
            received <Moment at={conflict.createdAt} timeZone={store.timeZone} /> (
            <Age at={conflict.createdAt} timeZone={store.timeZone} />)
          </span>
          {device ? (
            <span>
              with the key of {device.name}
              {device.model ? `, ${device.model}` : ''}
            </span>
          ) : null}
          <span className={classes.claim} title={conflict.claim}>
            {conflict.claim.startsWith('http') ? 'address' : 'SHA-256'} {conflict.claim}
          </span>
        </ConflictPhoto>
      </div>
      <ComparedPayloads first={capture.payload} later={conflict.payload} />
    </article>
  );
}
