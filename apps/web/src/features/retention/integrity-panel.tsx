'use client';
import { notifications } from '@mantine/notifications';
import { IconShieldSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { ActButton } from './act-button.tsx';
import { useCheckIntegrity } from './change-retention.ts';
import { IntegrityTable } from './integrity-table.tsx';
import { reportsQuery } from './read-retention.ts';

/** Whether every photo that the database names is in the object store, whole, and nothing else is. */
export function IntegrityPanel() {
  const { data, error, refetch } = useQuery(reportsQuery);
  const check = useCheckIntegrity();
  const waiting = data?.reports.some(({ endedAt }) => !endedAt) ?? false;
  const ask = () =>
    check.mutate(undefined, {
      onError: (fault) => notifications.show({ color: 'red', title: 'No check', message: fault.message }),
    });
  return (
    <Panel
      title="Integrity of the stored photos"
      flush
      scrolls
      aside={
        <ActButton onClick={ask} loading={check.isPending || waiting}>
          Check now
        </ActButton>
      }
    >
      {error && data ? <StaleNotice retry={refetch} /> : null}
      {!data ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={2} /> : null}
      {data?.reports.length === 0 ? (
        <Notice icon={IconShieldSearch} title="No check has been made yet">
          One is made every week, the first a week after the first photo came.
        </Notice>
      ) : null}
      {data && data.reports.length > 0 ? <IntegrityTable reports={data.reports} /> : null}
    </Panel>
  );
}
