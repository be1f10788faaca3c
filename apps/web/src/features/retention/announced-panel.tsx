'use client';
import { IconPhotoCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { photos } from '../../labels/counts.ts';
import { byteSize } from '../../lib/byte-size.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { announcedPhotoStatus } from './announced-photo-status.ts';
import { type AnnouncedPhoto, announcedPhotosQuery } from './list-announced-photos.ts';
import photoClasses from './photo-table.module.css';
import { PhotoTable } from './photo-table.tsx';
import type { WatchedRun } from './read-run.ts';
import classes from './run-screen.module.css';

/** Lists the photos that a dry run announced, with their current status. */
export function AnnouncedPanel({ run }: { run: WatchedRun }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    announcedPhotosQuery(run.id),
  );
  const listed = data?.pages.flatMap((page) => page.edges.map(({ node }) => node));
  return (
    <Panel title="Photos to be removed" aside={`${photos(run.photos)}, ${byteSize(run.byteLength)}`} flush>
      {error && listed ? <StaleNotice retry={refetch} /> : null}
      {!listed ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={4} /> : null}
      {listed?.length === 0 ? (
        <Notice icon={IconPhotoCheck} title="No photo was due">
          No photo was past its retention without a reason to stay; the reasons are listed below.
        </Notice>
      ) : null}
      {listed && listed.length > 0 ? (
        <>
          <p className={classes.about}>
            The list is from the dry run. The last column is as of now: an expiry checks each photo again
            before it removes anything.
          </p>
          <div className={photoClasses.table}>
            <PhotoTable
              label="Photos to be removed"
              photos={listed}
              last={{
                title: 'As of now',
                cell: (photo) => <StatusTag photo={photo} policyInForce={run.policyInForce} />,
              }}
            />
          </div>
        </>
      ) : null}
      {listed && hasNextPage ? (
        <ShowMore loading={isFetchingNextPage} show={fetchNextPage} inPanel>
          {listed.length.toLocaleString('en')} of {(data?.pages.at(-1)?.totalCount ?? 0).toLocaleString('en')}
        </ShowMore>
      ) : null}
    </Panel>
  );
}

function StatusTag({ photo, policyInForce }: { photo: AnnouncedPhoto; policyInForce: boolean }) {
  const { label, tone, icon } = announcedPhotoStatus(photo, policyInForce);
  return (
    <Tag tone={tone} icon={icon}>
      {label}
    </Tag>
  );
}
