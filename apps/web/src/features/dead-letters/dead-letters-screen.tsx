'use client';
import { IconMailCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { deadLetterReasonsQuery } from './count-dead-letter-reasons.ts';
import { DeadLetterList } from './dead-letter-list.tsx';
import classes from './dead-letters-screen.module.css';
import { ReasonList } from './reason-list.tsx';

export function DeadLettersScreen() {
  const { data: reasons, error, refetch } = useQuery(deadLetterReasonsQuery);
  const [reason, setReason] = useQueryState('reason', parseAsString);
  const total = reasons?.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageTitle
        title="Dead letters"
        about={`${total === undefined ? 'What' : `${total.toLocaleString('en')} items`} could not go on by itself. Nothing here is lost: each item is kept as it came, with the reason.`}
      />
      {error && reasons ? <StaleNotice retry={refetch} /> : null}
      {!reasons && error ? <FaultNotice fault={error} retry={refetch} /> : null}
      {!reasons && !error ? <LoadingRows rows={6} /> : null}
      {reasons?.length === 0 ? (
        <Notice icon={IconMailCheck} title="No dead letters">
          Everything that was handed in went on by itself.
        </Notice>
      ) : null}
      {reasons && reasons.length > 0 ? (
        <div className={classes.split}>
          <ReasonList reasons={reasons} chosen={reason} choose={(next) => void setReason(next)} />
          <DeadLetterList reason={reason} />
        </div>
      ) : null}
    </>
  );
}
