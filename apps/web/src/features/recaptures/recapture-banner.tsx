import { IconCameraCheck, IconCameraRotate } from '@tabler/icons-react';
import Link from 'next/link';
import type { RecaptureEnding, RecaptureReason } from '../../generated/graphql.ts';
import type { PhotoFacts, PhotoSides } from '../../labels/photo-findings.ts';
import { recaptureEndingLabels } from '../../labels/recapture-ending-labels.ts';
import { can } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { Banner } from '../../ui/banner.tsx';
import { Age } from '../../ui/moment.tsx';
import classes from './recapture-banner.module.css';
import { RecaptureReasons } from './recapture-reasons.tsx';
import { WithdrawButton } from './withdraw-button.tsx';

interface RecaptureBannerProps {
  capture: {
    recaptureRequest: {
      id: string;
      reasons: readonly RecaptureReason[];
      createdAt: string;
      closedAt: string | null;
      ending: RecaptureEnding | null;
      fulfilledBy: { id: string } | null;
    } | null;
    store: { code: string; timeZone: string };
    bay: { aisle: string };
    quality: PhotoFacts | null;
    photo: PhotoSides | null;
  };
}

/** Shows why the store should take the photo again, or how the request ended; nothing without a request. */
export function RecaptureBanner({ capture }: RecaptureBannerProps) {
  const { recaptureRequest: request, store, bay, quality, photo } = capture;
  const mayWithdraw = can(useViewer(), 'RECAPTURE_WITHDRAW', { storeCode: store.code });
  if (!request) return null;
  if (request.closedAt) {
    const ending = request.ending ? recaptureEndingLabels[request.ending] : null;
    return (
      <Banner
        tone="quiet"
        icon={IconCameraCheck}
        title={`The request for a new photo has ended: ${(ending?.label ?? 'a new photo came').toLowerCase()}.`}
      >
        {ending?.meaning} Requested <Age at={request.createdAt} timeZone={store.timeZone} />, ended{' '}
        <Age at={request.closedAt} timeZone={store.timeZone} />.{' '}
        {request.fulfilledBy ? (
          <Link href={`/captures/${encodeURIComponent(request.fulfilledBy.id)}`}>Open the new photo</Link>
        ) : null}
      </Banner>
    );
  }
  return (
    <Banner tone="short" icon={IconCameraRotate} title="A new photo is requested from the store.">
      Requested <Age at={request.createdAt} timeZone={store.timeZone} />.{' '}
      <Link href={`/recaptures?store=${encodeURIComponent(store.code)}`}>All requests of this store</Link>
      <div className={classes.reasons}>
        <RecaptureReasons reasons={request.reasons} quality={quality} photo={photo} withAdvice />
        {mayWithdraw ? <WithdrawButton requestId={request.id} bay={`${store.code} · ${bay.aisle}`} /> : null}
      </div>
    </Banner>
  );
}
