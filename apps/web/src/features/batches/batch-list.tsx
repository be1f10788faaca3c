'use client';
import { IconStackPush } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { BatchSummary } from '../../lib/batches/batch-summary.ts';
import { useRowWalk } from '../../lib/use-row-walk.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import classes from './batch-list.module.css';
import { BatchRow } from './batch-row.tsx';
import { batchesQuery } from './list-batches.ts';

/** Lists the batches in progress, then the others, both newest first. */
export function BatchList() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(batchesQuery);
  const body = useRowWalk<HTMLDivElement>();
  if (!data)
    return error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={4} height={72} />;
  const open = data.pages[0]?.open.edges.map(({ node }) => node) ?? [];
  const ended = data.pages
    .flatMap(({ all }) => all.edges.map(({ node }) => node))
    .filter(({ endedAt }) => endedAt !== null);
  const total = data.pages[0]?.all.totalCount ?? 0;
  const openTotal = data.pages[0]?.open.totalCount ?? 0;
  return (
    <div ref={body}>
      {error ? <StaleNotice retry={refetch} /> : null}
      {total === 0 ? (
        <Notice icon={IconStackPush} title="No batch yet">
          A batch scores many captures again at once: after a new planogram version, a better model, or an
          outage.
        </Notice>
      ) : null}
      {open.length > 0 ? <Section title="Under way" count={openTotal} batches={open} /> : null}
      {ended.length > 0 ? (
        <Section title="Ended" count={total - openTotal} batches={ended}>
          {hasNextPage ? <ShowMore loading={isFetchingNextPage} show={fetchNextPage} /> : null}
        </Section>
      ) : null}
    </div>
  );
}

interface SectionProps {
  title: string;
  count: number;
  batches: BatchSummary[];
  children?: ReactNode;
}

function Section({ title, count, batches, children }: SectionProps) {
  return (
    <div className={classes.section}>
      <Panel title={title} aside={count.toLocaleString('en')} flush>
        <ul className={classes.list}>
          {batches.map((batch) => (
            <li key={batch.id}>
              <BatchRow batch={batch} />
            </li>
          ))}
        </ul>
        {children}
      </Panel>
    </div>
  );
}
