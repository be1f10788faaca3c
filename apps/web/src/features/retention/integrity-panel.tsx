'use client';
import { notifications } from '@mantine/notifications';
import { IconShieldSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { can, notPermitted } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { useCheckIntegrity } from './change-retention.ts';
import { IntegrityTable } from './integrity-table.tsx';
import { reportsQuery } from './read-retention.ts';

/** Shows whether every photo in the database is in the object store, intact, and nothing else is. */
export function IntegrityPanel() {
  const { data, error, refetch } = useQuery(reportsQuery);
  const check = useCheckIntegrity();
  const may = can(useViewer(), 'INTEGRITY_CHECK');
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
        <ActionButton
          size="compact-sm"
          variant="default"
          onClick={ask}
          loading={check.isPending || waiting}
          obstacle={may ? null : notPermitted}
        >
          Check now
        </ActionButton>
      }
    >
      {error && data ? <StaleNotice retry={refetch} /> : null}
      {!data ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={2} /> : null}
      {data?.reports.length === 0 ? (
        <Notice icon={IconShieldSearch} title="No check has run yet">
          A check runs every week, the first one a week after the first photo.
        </Notice>
      ) : null}
      {data && data.reports.length > 0 ? <IntegrityTable reports={data.reports} /> : null}
    </Panel>
  );
}
