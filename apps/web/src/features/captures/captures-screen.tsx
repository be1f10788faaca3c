'use client';
import { Button } from '@mantine/core';
import { IconPhotoSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { NewBatchSlot } from '../../lib/batches/new-batch-slot.ts';
import { can } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { useCaptureFilters } from './capture-filters.ts';
import { useCaptureSelection } from './capture-selection.ts';
import { CapturesFilterBar } from './captures-filter-bar.tsx';
import classes from './captures-screen.module.css';
import { CapturesTable } from './captures-table.tsx';
import { FirstSteps } from './first-steps.tsx';
import { IntakeNotice } from './intake-notice.tsx';
import { capturesQuery } from './list-captures.ts';
import { SelectionBar } from './selection-bar.tsx';

export function CapturesScreen({ newBatch }: { newBatch: NewBatchSlot }) {
  const { filters, setFilters, filter } = useCaptureFilters();
  const { data, error, refetch, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(capturesQuery(filter));
  const captures = data?.pages.flatMap((page) => page.edges.map((edge) => edge.node));
  const total = data?.pages.at(-1)?.totalCount;
  const selection = useCaptureSelection(filter);
  const maySelect = can(useViewer(), 'REPROCESS_START');

  return (
    <>
      <PageTitle
        title="Captures"
        about={
          total === undefined ? 'Newest first.' : `${total.toLocaleString('en')} captures, newest first.`
        }
      />
      <CapturesFilterBar filters={filters} setFilters={setFilters} />
      {maySelect && total ? (
        <SelectionBar selection={selection} total={total} filter={filter} newBatch={newBatch} />
      ) : null}
      <IntakeNotice />
      {error && data ? <StaleNotice retry={refetch} /> : null}
      <div className={classes.list} aria-busy={isPlaceholderData} data-old={isPlaceholderData}>
        {captures ? null : error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={10} />}
        {captures && captures.length > 0 ? (
          <CapturesTable captures={captures} selection={maySelect ? selection : null} />
        ) : null}
        {captures?.length === 0 && Object.keys(filter).length > 0 ? (
          <Notice
            icon={IconPhotoSearch}
            title="No capture matches these filters"
            action={
              <Button variant="default" onClick={() => setFilters(null)}>
                Clear filters
              </Button>
            }
          />
        ) : null}
        {captures?.length === 0 && Object.keys(filter).length === 0 ? <FirstSteps /> : null}
      </div>
      {hasNextPage ? (
        <ShowMore loading={isFetchingNextPage} show={fetchNextPage}>
          {captures?.length} of {total}
        </ShowMore>
      ) : null}
    </>
  );
}
