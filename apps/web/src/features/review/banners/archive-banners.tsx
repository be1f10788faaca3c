'use client';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArchive, IconPhotoOff, IconPin } from '@tabler/icons-react';
import Link from 'next/link';
import { can } from '../../../lib/can.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { useHoldPhoto } from '../hold-photo.ts';
import type { ReviewedCapture } from '../read-capture.ts';
import classes from './archive-banners.module.css';

/**
 * Shows whether the review is over, the photo is on hold, or the photo has expired; nothing for a capture under
 * review.
 */
export function ArchiveBanners({ capture }: { capture: ReviewedCapture }) {
  const { archivedAt, photoExpiredAt, keptAt, store } = capture;
  const timeZone = store.timeZone;
  return (
    <>
      {photoExpiredAt ? (
        <Banner tone="quiet" icon={IconPhotoOff} title="The photo has expired.">
          It was removed <Moment at={photoExpiredAt} timeZone={timeZone} /> under the{' '}
          <Link href="/settings/retention">retention policy</Link>. Scores, verdicts and history stay.
        </Banner>
      ) : null}
      {archivedAt && !photoExpiredAt ? (
        <Banner tone="quiet" icon={IconArchive} title="The review is over.">
          Archived <Moment at={archivedAt} timeZone={timeZone} />: the score is final and cannot be overruled.
          {keptAt ? null : (
            <>
              {' '}
              The photo stays as long as the <Link href="/settings/retention">retention policy</Link> says.
            </>
          )}
        </Banner>
      ) : null}
      {keptAt ? <HoldBanner capture={capture} keptAt={keptAt} /> : null}
    </>
  );
}

function HoldBanner({ capture, keptAt }: { capture: ReviewedCapture; keptAt: string }) {
  const { id, keptBy, keptReason, store } = capture;
  const may = can(useViewer(), 'CAPTURE_KEEP_RELEASE', { storeCode: store.code });
  const keep = useHoldPhoto();
  const release = () =>
    keep.mutate(
      { id, reason: null },
      {
        onSuccess: () =>
          notifications.show({
            title: 'Released',
            message: 'The retention policy applies to the photo again.',
          }),
      },
    );
  return (
    <Banner tone="over" icon={IconPin} title="The photo is on hold.">
      {keptReason ? `“${keptReason}” – ` : ''}
      {keptBy}, <Moment at={keptAt} timeZone={store.timeZone} />.
      {may ? (
        <Button
          className={classes.release ?? ''}
          size="compact-xs"
          variant="default"
          loading={keep.isPending}
          onClick={release}
        >
          Release the photo
        </Button>
      ) : null}
      {keep.error ? <div role="alert">Not released: {keep.error.message}</div> : null}
    </Banner>
  );
}
