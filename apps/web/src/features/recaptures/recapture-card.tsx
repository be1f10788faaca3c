'use client';
import { IconCameraRotate, IconCheck } from '@tabler/icons-react';
import Link from 'next/link';
import { recaptureEndingLabels } from '../../labels/recapture-ending-labels.ts';
import { can } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { Age, Moment } from '../../ui/moment.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import type { ListedRequest } from './list-recapture-requests.ts';
import classes from './recapture-card.module.css';
import { RecaptureReasons } from './recapture-reasons.tsx';
import { WithdrawButton } from './withdraw-button.tsx';

interface RecaptureCardProps {
  request: ListedRequest;
  /** Names the store in the title, where no heading does. */
  withStore: boolean;
}

/** Shows one request: the insufficient photo, why, what to improve, and how it ended. */
export function RecaptureCard({ request, withStore }: RecaptureCardProps) {
  const { capture, store, aisle, closedAt, fulfilledBy } = request;
  const mayWithdraw = can(useViewer(), 'RECAPTURE_WITHDRAW', { storeCode: store.code });
  const href = `/captures/${encodeURIComponent(capture.id)}`;
  const ending = request.ending ? recaptureEndingLabels[request.ending] : null;
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
              {ending.label}
            </Tag>
          ) : (
            <Tag tone="short" icon={IconCameraRotate}>
              New photo requested
            </Tag>
          )}
        </div>
        <div className={classes.dim}>
          <PlanogramOf request={request} /> · taken <Moment at={request.takenAt} timeZone={store.timeZone} />{' '}
          · requested <Age at={request.createdAt} timeZone={store.timeZone} />
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
          <WithdrawButton requestId={request.id} bay={`${store.code} · ${aisle}`} />
        </div>
      ) : null}
    </article>
  );
}

/** Shows the version that the photo was tagged with, and the active one where it differs. */
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
