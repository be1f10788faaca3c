'use client';
import { Button, Select } from '@mantine/core';
import { IconPhotoSearch, IconX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReprocessItemState } from '../../generated/graphql.ts';
import { itemStateLabels, itemStates } from '../../labels/batch-labels.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import classes from './batch-screen.module.css';
import { useItemFilter } from './item-filter.ts';
import { ItemTable } from './item-table.tsx';
import { batchItemsQuery } from './list-batch-items.ts';

const choices = itemStates.map((value) => ({ value, label: itemStateLabels[value].label }));

/** Lists the captures of a batch with their scores before and after. */
export function BatchItems({ batchId, moving }: { batchId: string; moving: boolean }) {
  const { filter, setFilter } = useItemFilter();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } =
    useInfiniteQuery(batchItemsQuery(batchId, filter, moving));
  const items = data?.pages.flatMap((page) => page.edges.map(({ node }) => node));
  const total = data?.pages.at(-1)?.totalCount;
  const narrowed = filter.state !== null || filter.failure !== null;
  return (
    <div id="captures">
      <Panel title="Captures" aside={total === undefined ? null : total.toLocaleString('en')} flush>
        <search className={classes.filter} aria-label="Filter the captures of the batch">
          <Select
            aria-label="State in the batch"
            placeholder="Any state"
            data={choices}
            value={filter.state}
            onChange={(state) => setFilter({ state: state as ReprocessItemState | null, failure: null })}
            clearable
          />
          {filter.failure ? (
            <span>
              Reason <code>{filter.failure}</code>
            </span>
          ) : null}
          {narrowed ? (
            <Button variant="subtle" leftSection={<IconX size={14} />} onClick={() => setFilter(null)}>
              Clear filters
            </Button>
          ) : null}
        </search>
        {error && data ? <StaleNotice retry={refetch} /> : null}
        {!items && error ? <FaultNotice fault={error} retry={refetch} /> : null}
        {!items && !error ? <LoadingRows rows={6} /> : null}
        {items?.length === 0 ? (
          <Notice
            icon={IconPhotoSearch}
            title={narrowed ? 'No capture of the batch matches' : 'No captures yet'}
          >
            {narrowed ? null : 'They appear here while the batch collects them.'}
          </Notice>
        ) : null}
        {items && items.length > 0 ? (
          <div className={classes.table} aria-busy={isPlaceholderData}>
            <ItemTable items={items} />
          </div>
        ) : null}
        {hasNextPage ? (
          <ShowMore loading={isFetchingNextPage} show={fetchNextPage} inPanel>
            {items?.length.toLocaleString('en')} of {total?.toLocaleString('en')}
          </ShowMore>
        ) : null}
      </Panel>
    </div>
  );
}
