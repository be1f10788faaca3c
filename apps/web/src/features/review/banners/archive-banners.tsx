'use client';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArchive, IconPhotoOff, IconPin } from '@tabler/icons-react';
import Link from 'next/link';
import { mayReview, useViewer } from '../../lib/viewer.ts';
import { Banner } from '../../ui/banner.tsx';
import { Moment } from '../../ui/moment.tsx';
import classes from './archive-banners.module.css';
import { useKeepPhoto } from './keep-photo.ts';
import type { ReviewedCapture } from './read-capture.ts';

/** Whether the review is over, the photo is kept, or there is no photo any more; nothing for a capture under review. */
export function ArchiveBanners({ capture }: { capture: ReviewedCapture }) {
  const { archivedAt, photoExpiredAt, keptAt, store } = capture;
  const timeZone = store.timeZone;
  return (
    <>
      {photoExpiredAt ? (
        <Banner tone="quiet" icon={IconPhotoOff} title="The photo has expired.">
          It was removed <Moment at={photoExpiredAt} timeZone={timeZone} /> under the{' '}
          <Link href="/settings/retention">retention policy</Link>. Scores, verdicts and history are kept.
        </Banner>
      ) : null}
      {archivedAt && !photoExpiredAt ? (
        <Banner tone="quiet" icon={IconArchive} title="The review is over.">
          Archived <Moment at={archivedAt} timeZone={timeZone} />: the score stands and cannot be overruled.
          {keptAt ? null : (
            <>
              {' '}
              The photo stays as long as the <Link href="/settings/retention">retention policy</Link> says.
            </>
          )}
        </Banner>
      ) : null}
      {keptAt ? <KeptBanner capture={capture} keptAt={keptAt} /> : null}
    </>
  );
}

function KeptBanner({ capture, keptAt }: { capture: ReviewedCapture; keptAt: string }) {
  const { id, keptBy, keptReason, store } = capture;
  const may = mayReview(useViewer());
  const keep = useKeepPhoto();
  const release = () =>
    keep.mutate(
      { id, reason: null },
      {
        onSuccess: () =>
          notifications.show({ title: 'Released', message: 'The retention policy counts for it again.' }),
      },
    );
  return (
    <Banner tone="over" icon={IconPin} title="The photo is kept.">
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
          Release it
        </Button>
      ) : null}
      {keep.error ? <div role="alert">Not released: {keep.error.message}</div> : null}
    </Banner>
  );
}
