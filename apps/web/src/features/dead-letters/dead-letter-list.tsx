'use client';
import { IconMailCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { DeadLetterReason } from '../../generated/graphql.ts';
import { reasonLabel } from '../../labels/dead-letter-labels.ts';
import { can } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { DeadLetterCard } from './dead-letter-card.tsx';
import classes from './dead-letter-list.module.css';
import { deadLettersQuery } from './list-dead-letters.ts';

interface DeadLetterListProps {
  /** Null for all. */
  reason: DeadLetterReason | null;
  /** Null for all. */
  firmware: string | null;
}

export function DeadLetterList({ reason, firmware }: DeadLetterListProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } =
    useInfiniteQuery(
      deadLettersQuery(
        { ...(reason && { reason }), ...(firmware && { firmware }) },
        can(useViewer(), 'RAW_PAYLOAD_READ'),
      ),
    );
  const deadLetters = data?.pages.flatMap((page) => page.edges.map((edge) => edge.node));
  const total = data?.pages[0]?.totalCount;
  return (
    <Panel
      title={reason ? reasonLabel(reason).label : 'All reasons'}
      aside={total === undefined ? null : `${total.toLocaleString('en')}`}
      flush
    >
      {reason ? <p className={classes.advice}>{reasonLabel(reason).advice}</p> : null}
      {!deadLetters ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={6} /> : null}
      {deadLetters?.length === 0 ? (
        <Notice icon={IconMailCheck} title="No dead letter with this reason any more" />
      ) : null}
      <ul className={classes.list} aria-busy={isPlaceholderData} data-old={isPlaceholderData}>
        {deadLetters?.map((deadLetter) => (
          <li key={deadLetter.id}>
            <DeadLetterCard deadLetter={deadLetter} />
          </li>
        ))}
      </ul>
      {hasNextPage ? <ShowMore loading={isFetchingNextPage} show={fetchNextPage} inPanel /> : null}
    </Panel>
  );
}
