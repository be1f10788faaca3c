'use client';
import { IconPhotoCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { byteSize, photos } from '../../lib/words/retention-words.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { type AnnouncedPhoto, announcedPhotosQuery } from './list-announced-photos.ts';
import photoClasses from './photo-table.module.css';
import { PhotoTable } from './photo-table.tsx';
import type { WatchedRun } from './read-run.ts';
import classes from './run-screen.module.css';
import { standingOf } from './standing-of.ts';

/** The photos that a dry run announced, and what would become of each now. */
export function AnnouncedPanel({ run }: { run: WatchedRun }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    announcedPhotosQuery(run.id),
  );
  const listed = data?.pages.flatMap((page) => page.edges.map(({ node }) => node));
  return (
    <Panel title="Photos that would go" aside={`${photos(run.photos)}, ${byteSize(run.byteLength)}`} flush>
      {error && listed ? <StaleNotice retry={refetch} /> : null}
      {!listed ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={4} /> : null}
      {listed?.length === 0 ? (
        <Notice icon={IconPhotoCheck} title="No photo was due">
          Nothing was past its time without something that holds it; below is what stays, and why.
        </Notice>
      ) : null}
      {listed && listed.length > 0 ? (
        <>
          <p className={classes.about}>
            The list is the one that the dry run wrote down. The last column is as of now: an expiry asks once
            more before it removes anything.
          </p>
          <div className={photoClasses.table}>
            <PhotoTable
              label="Photos that would go"
              photos={listed}
              last={{
                title: 'As of now',
                cell: (photo) => <StandingTag photo={photo} policyInForce={run.policyInForce} />,
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

function StandingTag({ photo, policyInForce }: { photo: AnnouncedPhoto; policyInForce: boolean }) {
  const { word, tone, icon } = standingOf(photo, policyInForce);
  return (
    <Tag tone={tone} icon={icon}>
      {word}
    </Tag>
  );
}
