import { IconCameraCheck, IconCameraRotate } from '@tabler/icons-react';
import Link from 'next/link';
import { mayReview, useViewer } from '../../lib/viewer.ts';
import { endingWords } from '../../lib/words/ending-words.ts';
import { Banner } from '../../ui/banner.tsx';
import { Age } from '../../ui/moment.tsx';
import { RecaptureReasons } from '../recaptures/recapture-reasons.tsx';
import { WithdrawButton } from '../recaptures/withdraw-button.tsx';
import type { ReviewedCapture } from './read-capture.ts';
import classes from './recapture-banner.module.css';

/** What the store is asked to do better, or how the request ended. Nothing where no new photo was ever asked for. */
export function RecaptureBanner({ capture }: { capture: ReviewedCapture }) {
  const { recaptureRequest: request, store, bay, quality, photo } = capture;
  const mayWithdraw = mayReview(useViewer());
  if (!request) return null;
  if (request.closedAt) {
    const ending = request.ending ? endingWords[request.ending] : null;
    return (
      <Banner
        tone="quiet"
        icon={IconCameraCheck}
        title={`The request for a new photo has ended: ${(ending?.word ?? 'a new photo came').toLowerCase()}.`}
      >
        {ending?.meaning} Asked <Age at={request.createdAt} timeZone={store.timeZone} />, ended{' '}
        <Age at={request.closedAt} timeZone={store.timeZone} />.{' '}
        {request.fulfilledBy ? (
          <Link href={`/captures/${encodeURIComponent(request.fulfilledBy.id)}`}>Open the new photo</Link>
        ) : null}
      </Banner>
    );
  }
  return (
    <Banner tone="short" icon={IconCameraRotate} title="The store is asked for a new photo.">
      Asked <Age at={request.createdAt} timeZone={store.timeZone} />.{' '}
      <Link href={`/recaptures?store=${encodeURIComponent(store.code)}`}>All requests of this store</Link>
      <div className={classes.reasons}>
        <RecaptureReasons reasons={request.reasons} quality={quality} photo={photo} withAdvice />
        {mayWithdraw ? (
          <WithdrawButton requestId={request.id} place={`${store.code} · ${bay.aisle}`} />
        ) : null}
      </div>
    </Banner>
  );
}
