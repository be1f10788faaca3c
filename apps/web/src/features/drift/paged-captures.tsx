'use client';
import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import classes from './drift-card.module.css';

interface Page<Item> {
  edges: { node: Item }[];
}

interface PagedCapturesProps<Item> {
  query: UseInfiniteQueryResult<InfiniteData<Page<Item>>>;
  children: (items: Item[]) => ReactNode;
}

/** Shows the captures of one group that are loaded, with a button for more. */
export function PagedCaptures<Item>({ query, children }: PagedCapturesProps<Item>) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  if (!data) return error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={2} />;
  return (
    <>
      {children(data.pages.flatMap((page) => page.edges.map(({ node }) => node)))}
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
