'use client';
import { IconGitCompare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { LoadingRows } from '../../../ui/loading-rows.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { StaleNotice } from '../../../ui/stale-notice.tsx';
import { rescoreOf } from '../drift-batches.ts';
import { DriftDialog } from '../drift-dialog.tsx';
import type { DriftSlots } from '../drift-slots.ts';
import { driftBatchesQuery } from '../list-drift-batches.ts';
import { DismissForm } from './dismiss-form.tsx';
import { type SilentDriftGroup, silentDriftGroupsQuery } from './list-silent-drift-groups.ts';
import { ScoreSilentForm } from './score-silent-form.tsx';
import { SilentDriftCard } from './silent-drift-card.tsx';

/** Lists bays whose shelves follow another version than their captures were scored against. */
export function SilentDrift({ dryRun }: Pick<DriftSlots, 'dryRun'>) {
  const { data: groups, error, refetch } = useQuery(silentDriftGroupsQuery);
  const { data: batches = [] } = useQuery(driftBatchesQuery);
  const [scoring, setScoring] = useState<SilentDriftGroup | null>(null);
  const [dismissing, setDismissing] = useState<SilentDriftGroup | null>(null);
  return (
    <>
      {error && groups ? <StaleNotice retry={refetch} /> : null}
      {!groups && error ? <FaultNotice fault={error} retry={refetch} /> : null}
      {!groups && !error ? <LoadingRows rows={4} height={92} /> : null}
      {groups?.length === 0 ? (
        <Notice icon={IconGitCompare} title="No shelf follows another version">
          Every shelf follows the version that its captures are scored against, as far as versions can be
          distinguished.
        </Notice>
      ) : null}
      {groups?.map((group) => (
        <SilentDriftCard
          key={group.key}
          group={group}
          batch={rescoreOf(batches, group)}
          score={() => setScoring(group)}
          dismiss={() => setDismissing(group)}
        />
      ))}
      <DriftDialog group={scoring} title="Score against the other version" close={() => setScoring(null)}>
        {(group) => (
          <ScoreSilentForm key={group.key} group={group} close={() => setScoring(null)} dryRun={dryRun} />
        )}
      </DriftDialog>
      <DriftDialog group={dismissing} title="Dismiss silent drift" close={() => setDismissing(null)}>
        {(group) => <DismissForm key={group.key} group={group} close={() => setDismissing(null)} />}
      </DriftDialog>
    </>
  );
}
