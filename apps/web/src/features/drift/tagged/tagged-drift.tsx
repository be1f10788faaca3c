'use client';
import { IconGitBranch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { LoadingRows } from '../../../ui/loading-rows.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { StaleNotice } from '../../../ui/stale-notice.tsx';
import { releaseOf } from '../drift-batches.ts';
import { DriftDialog } from '../drift-dialog.tsx';
import { driftBatchesQuery } from '../list-drift-batches.ts';
import { DriftGroupCard } from './drift-group-card.tsx';
import { type DriftGroup, driftGroupsQuery } from './list-drift-groups.ts';
import { ReleaseForm } from './release-form.tsx';

/** Lists the groups that wait because of their tags, oldest first. */
export function TaggedDrift() {
  const { data: groups, error, refetch } = useQuery(driftGroupsQuery);
  const { data: batches = [] } = useQuery(driftBatchesQuery);
  const [releasing, setReleasing] = useState<DriftGroup | null>(null);
  const close = () => setReleasing(null);
  return (
    <>
      {error && groups ? <StaleNotice retry={refetch} /> : null}
      {!groups && error ? <FaultNotice fault={error} retry={refetch} /> : null}
      {!groups && !error ? <LoadingRows rows={4} height={92} /> : null}
      {groups?.length === 0 ? (
        <Notice icon={IconGitBranch} title="No capture is waiting">
          Every capture has the active version of its bay.
        </Notice>
      ) : null}
      {groups?.map((group) => (
        <DriftGroupCard
          key={group.key}
          group={group}
          batch={releaseOf(batches, group)}
          release={() => setReleasing(group)}
        />
      ))}
      <DriftDialog group={releasing} title="Release captures from the drift queue" close={close}>
        {(group) => <ReleaseForm key={group.key} group={group} close={close} />}
      </DriftDialog>
    </>
  );
}
