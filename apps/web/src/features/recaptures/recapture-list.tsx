'use client';
import { IconCameraCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { RecaptureRequestFilter } from '../../generated/graphql.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import type { Status } from '../../ui/list-filters/list-filters.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { byStore } from './by-store.ts';
import { recaptureRequestsQuery } from './list-recapture-requests.ts';
import { RecaptureCard } from './recapture-card.tsx';
import classes from './recapture-list.module.css';

const words = {
  open: {
    title: 'Open',
    none: 'No new photo is requested',
    about: 'Every photo was good enough, or a better one arrived.',
  },
  closed: { title: 'Closed', none: 'No request has ended yet', about: null },
} as const;

interface RecaptureListProps {
  status: Status;
  filter: RecaptureRequestFilter;
}

/** Lists the open requests by store and bay, or the closed ones from the newest. */
export function RecaptureList({ status, filter }: RecaptureListProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } =
    useInfiniteQuery(recaptureRequestsQuery(filter));
  const requests = data?.pages.flatMap((page) => page.edges.map((edge) => edge.node));
  const total = data?.pages.at(-1)?.totalCount;
  const { title, none, about } = words[status];
  const groups =
    requests && status === 'open' ? byStore(requests) : [{ store: null, requests: requests ?? [] }];
  return (
    <div className={classes.section}>
      <Panel title={title} aside={total === undefined ? null : total.toLocaleString('en')} flush>
        {error && requests ? <StaleNotice retry={refetch} /> : null}
        {!requests ? (
          error ? (
            <FaultNotice fault={error} retry={refetch} />
          ) : (
            <LoadingRows rows={3} height={92} />
          )
        ) : null}
        {requests?.length === 0 ? (
          <Notice icon={IconCameraCheck} title={none}>
            {filter.storeCode ? `In store ${filter.storeCode}, that is.` : about}
          </Notice>
        ) : null}
        <div aria-busy={isPlaceholderData} data-old={isPlaceholderData} className={classes.groups}>
          {groups.map(({ store, requests: some }) => (
            <section key={store?.code ?? ''} aria-label={store ? `Store ${store.code}` : title}>
              {store && some.length > 0 ? (
                <h3 className={classes.store}>
                  {store.code} <span>{store.name}</span>
                </h3>
              ) : null}
              <ul className={classes.list}>
                {some.map((request) => (
                  <li key={request.id}>
                    <RecaptureCard request={request} withStore={store === null} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        {hasNextPage ? (
          <ShowMore loading={isFetchingNextPage} show={fetchNextPage} inPanel>
            {requests?.length} of {total}
          </ShowMore>
        ) : null}
      </Panel>
    </div>
  );
}
