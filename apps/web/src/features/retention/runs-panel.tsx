'use client';
import { notifications } from '@mantine/notifications';
import { IconHistoryOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { photos } from '../../labels/counts.ts';
import { byteSize } from '../../lib/byte-size.ts';
import { can, notPermitted } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { useDryRun } from './change-retention.ts';
import { policyQuery, runsQuery } from './read-retention.ts';
import { RunsTable } from './runs-table.tsx';

/** Shows the effect of the policy: what dry runs announced, and what was removed. */
export function RunsPanel() {
  const { data, error, refetch } = useQuery(runsQuery);
  const { data: policy } = useQuery(policyQuery);
  const dryRun = useDryRun();
  const may = can(useViewer(), 'RETENTION_DRY_RUN');
  const nothingExpires = policy?.cleanPhotoDays === null && policy.faultyPhotoDays === null;
  const announce = () =>
    dryRun.mutate(undefined, {
      onSuccess: (run) => {
        const { photos: count = 0, byteLength = 0 } = run ?? {};
        notifications.show({
          title: 'Dry run done',
          message:
            count === 0
              ? 'No photo is due under this policy.'
              : `${photos(count)} (${byteSize(byteLength)}) would be removed.`,
        });
      },
      onError: (fault) => notifications.show({ color: 'red', title: 'No dry run', message: fault.message }),
    });
  return (
    <Panel
      title="Dry runs and expiries"
      flush
      scrolls
      aside={
        <ActionButton
          size="compact-sm"
          variant="default"
          onClick={announce}
          loading={dryRun.isPending}
          disabled={nothingExpires}
          obstacle={may ? null : notPermitted}
        >
          Run a dry run
        </ActionButton>
      }
    >
      {error && data ? <StaleNotice retry={refetch} /> : null}
      {!data ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={3} /> : null}
      {data?.runs.length === 0 ? (
        <Notice icon={IconHistoryOff} title={nothingExpires ? 'Nothing expires' : 'No dry run has run yet'}>
          {nothingExpires
            ? 'Under the policy in force no photo is ever removed, so there is nothing to announce.'
            : 'A dry run runs every week; it removes nothing.'}
        </Notice>
      ) : null}
      {data && data.runs.length > 0 ? (
        <RunsTable runs={data.runs} noticeDays={policy?.noticeDays ?? null} />
      ) : null}
    </Panel>
  );
}
