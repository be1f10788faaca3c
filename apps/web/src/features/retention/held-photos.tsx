'use client';
import { IconPhotoSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { RetentionHolding } from '../../generated/graphql.ts';
import { holdReasonLabels } from '../../labels/hold-reason-labels.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { heldPhotosQuery } from './list-held-photos.ts';
import photoClasses from './photo-table.module.css';
import { PhotoTable } from './photo-table.tsx';
import classes from './run-screen.module.css';

interface HeldPhotosProps {
  holding: RetentionHolding;
  /** The number of photos, in words. */
  count: string;
}

/** Lists the photos that stay for one reason. */
export function HeldPhotos({ holding, count }: HeldPhotosProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } =
    useInfiniteQuery(heldPhotosQuery(holding));
  const listed = data?.pages.flatMap((page) => page.edges.map(({ node }) => node));
  const { label, meaning } = holdReasonLabels[holding];
  return (
    <section className={classes.held} aria-label={label}>
      <p className={classes.meaning}>{meaning}</p>
      {error && listed ? <StaleNotice retry={refetch} /> : null}
      {!listed ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={4} /> : null}
      {listed?.length === 0 ? <Notice icon={IconPhotoSearch} title="No photo stays for this reason" /> : null}
      {listed && listed.length > 0 ? (
        <div className={photoClasses.table} aria-busy={isPlaceholderData}>
          <PhotoTable label={label} photos={listed} />
        </div>
      ) : null}
      {listed && hasNextPage ? (
        <ShowMore loading={isFetchingNextPage} show={fetchNextPage} inPanel>
          {listed.length.toLocaleString('en')} of {count}
        </ShowMore>
      ) : null}
    </section>
  );
}
