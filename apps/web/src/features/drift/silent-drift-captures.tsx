'use client';
import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { percent } from '../../lib/percent.ts';
import table from '../../ui/data-table.module.css';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import classes from './drift-group-card.module.css';
import { marginInWords } from './drift-words.ts';
import type { SilentDriftGroup } from './list-silent-drift-groups.ts';
import { type SilentDriftItem, silentDriftItemsQuery } from './list-silent-drift-items.ts';

/** The captures of one group with both scores, and what tells the versions apart. */
export function SilentDriftCaptures({ group }: { group: SilentDriftGroup }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    silentDriftItemsQuery(group),
  );
  if (!data) return error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={2} />;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className={classes.table} tabIndex={0}>
        <table className={table.table} aria-label="Captures with silent drift">
          <thead>
            <tr>
              <th>Capture</th>
              <th>Both scores</th>
              <th>Margin</th>
              <th className={table.number}>Telling facings</th>
              <th className={table.number}>Tier</th>
              <th>Reason</th>
            </tr>
          </thead>
          <tbody>
            {data.pages
              .flatMap((page) => page.edges)
              .map(({ node }) => (
                <ItemRow key={node.id} item={node} />
              ))}
          </tbody>
        </table>
      </div>
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

function ItemRow({ item }: { item: SilentDriftItem }) {
  const { capture, pinnedScore, betterScore, discriminatingFacings, score, reason } = item;
  return (
    <tr>
      <td>
        <Link
          className={classes.capture}
          href={`/captures/${encodeURIComponent(capture.id)}`}
          prefetch={false}
        >
          <Thumbnail identity={capture.id} url={capture.photo?.thumbnailUrl ?? null} />
          <Moment at={capture.takenAt} timeZone={capture.store.timeZone} />
        </Link>
      </td>
      <td className={classes.scores}>
        {percent(pinnedScore)} <IconArrowRight size={13} aria-label="against the other" />{' '}
        <b>{percent(betterScore)}</b>
      </td>
      <td className={classes.scores}>{marginInWords(pinnedScore, betterScore)}</td>
      <td className={table.number}>{discriminatingFacings}</td>
      <td className={table.number}>{score.tier}</td>
      <td className={classes.why}>{reason}</td>
    </tr>
  );
}
