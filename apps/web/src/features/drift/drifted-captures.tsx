'use client';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import classes from './drift-group-card.module.css';
import { driftItemsQuery } from './list-drift-items.ts';

interface DriftedCapturesProps {
  bayId: string;
  taggedVersion: string;
  count: number;
}

/** The waiting captures of one group, each a link to its review. */
export function DriftedCaptures({ bayId, taggedVersion, count }: DriftedCapturesProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    driftItemsQuery(bayId, taggedVersion, count),
  );
  if (!data) return error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={2} />;
  return (
    <>
      <ul className={classes.items}>
        {data.pages
          .flatMap((page) => page.edges)
          .map(({ node: { id, capture } }) => (
            <li key={id}>
              <Link href={`/captures/${encodeURIComponent(capture.id)}`} prefetch={false}>
                <Thumbnail identity={capture.id} url={capture.photo?.thumbnailUrl ?? null} />
                <Moment at={capture.takenAt} timeZone={capture.store.timeZone} />
              </Link>
            </li>
          ))}
      </ul>
      {hasNextPage ? (
        <div className={classes.more}>
          <Button
            variant="default"
            size="compact-sm"
            loading={isFetchingNextPage}
            onClick={() => fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </>
  );
}
