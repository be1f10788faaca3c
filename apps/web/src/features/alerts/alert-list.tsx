'use client';
import { IconBellCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { AlertFilter } from '../../generated/graphql.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import type { Status } from '../../ui/list-filters/list-filters.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { AlertCard } from './alert-card.tsx';
import classes from './alert-list.module.css';
import { alertsQuery, type ListedAlert } from './list-alerts.ts';

interface AlertListProps {
  status: Status;
  filter: AlertFilter;
}

const titles = { open: 'Open', closed: 'Closed' } as const;

/** Orders unacknowledged alerts first, otherwise the newest. */
const unseenFirst = (a: ListedAlert, b: ListedAlert): number =>
  Number(a.acknowledgedAt !== null) - Number(b.acknowledgedAt !== null);

export function AlertList({ status, filter }: AlertListProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } =
    useInfiniteQuery(alertsQuery(filter));
  const alerts = data?.pages.flatMap((page) => page.edges.map((edge) => edge.node));
  const shown = status === 'open' ? alerts?.toSorted(unseenFirst) : alerts;
  const total = data?.pages.at(-1)?.totalCount;
  return (
    <div className={classes.section}>
      <Panel title={titles[status]} aside={total === undefined ? null : total.toLocaleString('en')} flush>
        {error && alerts ? <StaleNotice retry={refetch} /> : null}
        {!alerts ? (
          error ? (
            <FaultNotice fault={error} retry={refetch} />
          ) : (
            <LoadingRows rows={3} height={72} />
          )
        ) : null}
        {alerts?.length === 0 ? (
          <Notice
            icon={IconBellCheck}
            title={status === 'open' ? 'Nothing needs your attention' : 'No alert was closed yet'}
          />
        ) : null}
        <ul className={classes.list} aria-busy={isPlaceholderData} data-old={isPlaceholderData}>
          {shown?.map((alert) => (
            <li key={alert.id}>
              <AlertCard alert={alert} />
            </li>
          ))}
        </ul>
        {hasNextPage ? <ShowMore loading={isFetchingNextPage} show={fetchNextPage} inPanel /> : null}
      </Panel>
    </div>
  );
}
