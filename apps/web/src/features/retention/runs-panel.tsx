'use client';
import { notifications } from '@mantine/notifications';
import { IconHistoryOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { byteSize, photos } from '../../lib/words/retention-words.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { ActButton } from './act-button.tsx';
import { useDryRun } from './change-retention.ts';
import { policyQuery, runsQuery } from './read-retention.ts';
import { RunsTable } from './runs-table.tsx';

/** What the policy lets go: what dry runs announced, and what was removed. */
export function RunsPanel() {
  const { data, error, refetch } = useQuery(runsQuery);
  const { data: policy } = useQuery(policyQuery);
  const dryRun = useDryRun();
  const nothingExpires = policy?.cleanPhotoDays === null && policy.faultyPhotoDays === null;
  const announce = () =>
    dryRun.mutate(undefined, {
      onSuccess: (run) => {
        const { photos: count = 0, byteLength = 0 } = run ?? {};
        notifications.show({
          title: 'Dry run made',
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
      title="What would expire, and what did"
      flush
      scrolls
      aside={
        <ActButton onClick={announce} loading={dryRun.isPending} disabled={nothingExpires}>
          Make a dry run
        </ActButton>
      }
    >
      {error && data ? <StaleNotice retry={refetch} /> : null}
      {!data ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={3} /> : null}
      {data?.runs.length === 0 ? (
        <Notice
          icon={IconHistoryOff}
          title={nothingExpires ? 'Nothing expires' : 'No dry run has been made yet'}
        >
          {nothingExpires
            ? 'Under the policy in force no photo is ever removed, so there is nothing to announce.'
            : 'One is made within a week; it removes nothing.'}
        </Notice>
      ) : null}
      {data && data.runs.length > 0 ? (
        <RunsTable runs={data.runs} noticeDays={policy?.noticeDays ?? null} />
      ) : null}
    </Panel>
  );
}
