'use client';
import { IconMailCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { mayReadPayloads, useViewer } from '../../lib/viewer.ts';
import { reasonWords } from '../../lib/words/dead-letter-words.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { DeadLetterCard } from './dead-letter-card.tsx';
import classes from './dead-letter-list.module.css';
import { deadLettersQuery } from './list-dead-letters.ts';

/** @param reason null for all */
export function DeadLetterList({ reason }: { reason: string | null }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } =
    useInfiniteQuery(deadLettersQuery(reason ? { reason } : {}, mayReadPayloads(useViewer())));
  const letters = data?.pages.flatMap((page) => page.edges.map((edge) => edge.node));
  const total = data?.pages[0]?.totalCount;
  return (
    <Panel
      title={reason ? reasonWords(reason).word : 'All reasons'}
      aside={total === undefined ? null : `${total.toLocaleString('en')}`}
      flush
    >
      {reason ? <p className={classes.advice}>{reasonWords(reason).advice}</p> : null}
      {!letters ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={6} /> : null}
      {letters?.length === 0 ? <Notice icon={IconMailCheck} title="None with this reason any more" /> : null}
      <ul className={classes.list} aria-busy={isPlaceholderData} data-old={isPlaceholderData}>
        {letters?.map((letter) => (
          <li key={letter.id}>
            <DeadLetterCard letter={letter} />
          </li>
        ))}
      </ul>
      {hasNextPage ? <ShowMore loading={isFetchingNextPage} show={fetchNextPage} inPanel /> : null}
    </Panel>
  );
}
