'use client';
import { IconMailCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs';
import { deadLetterReasons } from '../../labels/dead-letter-labels.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { FirmwareSelect } from '../../ui/pickers/firmware-select.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { deadLetterReasonsQuery } from './count-dead-letter-reasons.ts';
import { DeadLetterList } from './dead-letter-list.tsx';
import classes from './dead-letters-screen.module.css';
import { ReasonList } from './reason-list.tsx';

export function DeadLettersScreen() {
  const { data: reasons, error, refetch } = useQuery(deadLetterReasonsQuery);
  const [reason, setReason] = useQueryState('reason', parseAsStringLiteral(deadLetterReasons));
  const [firmware, setFirmware] = useQueryState('firmware', parseAsString);
  const total = reasons?.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageTitle
        title="Dead letters"
        about={`${total === undefined ? 'Items' : `${total.toLocaleString('en')} items`} that could not be processed. Nothing is lost: each item is stored as received, with the reason.`}
      />
      {error && reasons ? <StaleNotice retry={refetch} /> : null}
      {!reasons && error ? <FaultNotice fault={error} retry={refetch} /> : null}
      {!reasons && !error ? <LoadingRows rows={6} /> : null}
      {reasons?.length === 0 ? (
        <Notice icon={IconMailCheck} title="No dead letters">
          Everything that was submitted could be processed.
        </Notice>
      ) : null}
      {reasons && reasons.length > 0 ? (
        <div className={classes.split}>
          <ReasonList reasons={reasons} chosen={reason} choose={(next) => void setReason(next)} />
          <div>
            <search className={classes.bar} aria-label="Filter dead letters">
              <FirmwareSelect fact="firmware" value={firmware} onChange={(next) => void setFirmware(next)} />
            </search>
            <DeadLetterList reason={reason} firmware={firmware} />
          </div>
        </div>
      ) : null}
    </>
  );
}
