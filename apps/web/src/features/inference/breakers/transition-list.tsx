'use client';
import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { actorLabel, breakerReasonLabel } from '../../../labels/breaker-labels.ts';
import { ownTimeZone } from '../../../lib/own-time-zone.ts';
import { duration } from '../../../lib/time.ts';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { LoadingRows } from '../../../ui/loading-rows.tsx';
import { Age, Moment } from '../../../ui/moment.tsx';
import { StaleNotice } from '../../../ui/stale-notice.tsx';
import classes from '../inference.module.css';
import { BreakerStateTag } from './breaker-state-tag.tsx';
import { type ListedTransition, transitionsQuery } from './list-transitions.ts';
import { factsOf } from './transition-facts.ts';
import listClasses from './transition-list.module.css';

/** Lists every change of a breaker's state, newest first: from and to, why, and by whom. */
export function TransitionList({ name }: { name: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    transitionsQuery(name),
  );
  const lines = data?.pages.flatMap((page) => page.edges.map(({ node }) => node));
  const total = data?.pages[0]?.totalCount;
  return (
    <div>
      <h3 className={classes.heading}>
        Changes of state{total === undefined ? '' : `, ${total.toLocaleString('en')} in all`}
      </h3>
      {error && lines ? <StaleNotice retry={refetch} /> : null}
      {!lines ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={4} /> : null}
      {lines?.length === 0 ? <p className={classes.lead}>The breaker has always been closed.</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={listClasses.scroller} tabIndex={0} aria-label="Changes of state">
        <ol className={listClasses.list} aria-label={`Changes of ${name}`}>
          {lines?.map((line) => (
            <li key={line.id}>
              <TransitionLine line={line} />
            </li>
          ))}
        </ol>
      </section>
      {hasNextPage ? (
        <Button mt={8} variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </div>
  );
}

function TransitionLine({ line }: { line: ListedTransition }) {
  const { message, waitMs } = factsOf(line.facts);
  const timeZone = ownTimeZone();
  return (
    <>
      <div className={listClasses.line}>
        <span className={classes.moves}>
          <BreakerStateTag state={line.fromState} />
          <IconArrowRight size={13} aria-label="to" />
          <BreakerStateTag state={line.toState} />
        </span>
        <span className={classes.dim}>
          <Age at={line.at} timeZone={timeZone} />
        </span>
      </div>
      <p>
        {breakerReasonLabel(line.reason)}
        {waitMs === null ? '' : `; waits ${duration(waitMs)}`}
        {message ? <span className={classes.dim}> · {message}</span> : null}
      </p>
      <p className={classes.dim}>
        by {actorLabel(line.actor)}, <Moment at={line.at} timeZone={timeZone} />
      </p>
    </>
  );
}
