'use client';
import { IconGitBranch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mayReleaseDrift, useViewer } from '../../lib/viewer.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { DriftGroupCard } from './drift-group-card.tsx';
import { type DriftGroup, driftGroupsQuery } from './list-drift-groups.ts';
import { ReleaseDialog } from './release-dialog.tsx';

export function DriftScreen() {
  const { data: groups, error, refetch } = useQuery(driftGroupsQuery);
  const mayRelease = mayReleaseDrift(useViewer());
  const [releasing, setReleasing] = useState<DriftGroup | null>(null);
  const waiting = groups?.reduce((sum, group) => sum + group.count, 0);
  return (
    <>
      <PageTitle
        title="Drift queue"
        about={
          waiting === undefined
            ? 'Captures that wait for someone to say which planogram version counts.'
            : `${waiting.toLocaleString('en')} captures wait for someone to say which planogram version counts.`
        }
      />
      {groups && groups.length > 0 && !mayRelease ? (
        <p>You can look, but not release: that is for category managers and administrators.</p>
      ) : null}
      {error && groups ? <StaleNotice retry={refetch} /> : null}
      {!groups && error ? <FaultNotice fault={error} retry={refetch} /> : null}
      {!groups && !error ? <LoadingRows rows={4} height={92} /> : null}
      {groups?.length === 0 ? (
        <Notice icon={IconGitBranch} title="No capture waits">
          Every capture came with the version that is active for its bay.
        </Notice>
      ) : null}
      {groups?.map((group) => (
        <DriftGroupCard
          key={group.key}
          group={group}
          mayRelease={mayRelease}
          release={() => setReleasing(group)}
        />
      ))}
      <ReleaseDialog group={releasing} close={() => setReleasing(null)} />
    </>
  );
}
