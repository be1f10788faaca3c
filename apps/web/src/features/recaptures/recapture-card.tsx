'use client';
import { IconCameraRotate, IconCheck } from '@tabler/icons-react';
import Link from 'next/link';
import { mayReview, useViewer } from '../../lib/viewer.ts';
import { endingWords } from '../../lib/words/ending-words.ts';
import { Age, Moment } from '../../ui/moment.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import type { ListedRequest } from './list-recapture-requests.ts';
import classes from './recapture-card.module.css';
import { RecaptureReasons } from './recapture-reasons.tsx';
import { WithdrawButton } from './withdraw-button.tsx';

interface RecaptureCardProps {
  request: ListedRequest;
  /** Says the store in the title, where no heading above does. */
  withStore: boolean;
}

/** One request: the photo that was not good enough, why, what to do better, and how it ended. */
export function RecaptureCard({ request, withStore }: RecaptureCardProps) {
  const { capture, store, aisle, closedAt, fulfilledBy } = request;
  const mayWithdraw = mayReview(useViewer());
  const href = `/captures/${encodeURIComponent(capture.id)}`;
  const ending = request.ending ? endingWords[request.ending] : null;
  return (
    <article className={classes.card} aria-label={`Recapture of ${store.code} ${aisle}`}>
      <div className={classes.picture}>
        <Thumbnail identity={capture.id} url={capture.photo?.thumbnailUrl ?? null} size="tile" />
      </div>
      <div className={classes.what}>
        <div className={classes.title}>
          <Link href={href} prefetch={false}>
            {withStore ? `${store.code} · ` : ''}Bay {aisle}
          </Link>
          {ending ? (
            <Tag
              tone={request.ending === 'SUPERSEDED' || request.ending === 'BETTER_BYTES' ? 'good' : 'quiet'}
              icon={IconCheck}
            >
              {ending.word}
            </Tag>
          ) : (
            <Tag tone="short" icon={IconCameraRotate}>
              New photo wanted
            </Tag>
          )}
        </div>
        <div className={classes.dim}>
          <PlanogramOf request={request} /> · taken <Moment at={request.takenAt} timeZone={store.timeZone} />{' '}
          · asked <Age at={request.createdAt} timeZone={store.timeZone} />
          {closedAt ? (
            <>
              , ended <Age at={closedAt} timeZone={store.timeZone} />
            </>
          ) : null}
        </div>
        <RecaptureReasons
          reasons={request.reasons}
          quality={capture.quality}
          photo={capture.photo}
          withAdvice={closedAt === null}
        />
        {ending ? (
          <p className={classes.ending}>
            {ending.meaning}{' '}
            {fulfilledBy ? (
              <Link href={`/captures/${encodeURIComponent(fulfilledBy.id)}`} prefetch={false}>
                The new photo, taken <Moment at={fulfilledBy.takenAt} timeZone={store.timeZone} />
              </Link>
            ) : null}
          </p>
        ) : null}
      </div>
      {fulfilledBy ? (
        <div className={classes.picture} data-new>
          <Thumbnail identity={fulfilledBy.id} url={fulfilledBy.photo?.thumbnailUrl ?? null} size="tile" />
          <span>New photo</span>
        </div>
      ) : null}
      {closedAt === null && mayWithdraw ? (
        <div className={classes.actions}>
          <WithdrawButton requestId={request.id} place={`${store.code} · ${aisle}`} />
        </div>
      ) : null}
    </article>
  );
}

/** The version that the photo was tagged with, and the one of today where it is another. */
function PlanogramOf({ request }: { request: ListedRequest }) {
  const { planogramVersion, bay } = request;
  const active = bay.activeVersion;
  if (!active) return <>planogram {planogramVersion}</>;
  if (active.label === planogramVersion)
    return (
      <>
        {active.planogram.name}, planogram {planogramVersion}
      </>
    );
  return (
    <>
      planogram {planogramVersion} (the bay now follows {active.label})
    </>
  );
}
