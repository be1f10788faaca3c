'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { BatchSummary } from '../../../lib/batches/batch-summary.ts';
import { can, notPermitted } from '../../../lib/can.ts';
import { percent } from '../../../lib/percent.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { Age } from '../../../ui/moment.tsx';
import { ComparedVersions } from '../comparison/compared-versions.tsx';
import { DriftCard } from '../drift-card.tsx';
import type { SilentDriftGroup } from './list-silent-drift-groups.ts';
import { silentDriftItemsQuery } from './list-silent-drift-items.ts';
import { marginLabel } from './margin-label.ts';
import { SilentDriftCaptures } from './silent-drift-captures.tsx';

interface SilentDriftCardProps {
  group: SilentDriftGroup;
  batch: BatchSummary | undefined;
  score: () => void;
  dismiss: () => void;
}

/** Shows captures of one bay whose shelf follows another version than they were scored against. */
export function SilentDriftCard({ group, batch, score, dismiss }: SilentDriftCardProps) {
  const { bay, pinned, better, meanPinnedScore, meanBetterScore, oldest, newest } = group;
  const { timeZone } = bay.store;
  const { data } = useInfiniteQuery(silentDriftItemsQuery(group));
  const latest = data?.pages[0]?.edges[0]?.node;
  const viewer = useViewer();
  const obstacleTo = (act: 'REPROCESS_START' | 'SILENT_DRIFT_DISMISS') => {
    if (!can(viewer, act, { storeCode: bay.store.code })) return notPermitted;
    return batch ? 'A batch scores these captures now' : null;
  };
  return (
    <DriftCard
      name={`${bay.store.code} ${bay.aisle}, scored against ${pinned.label}, follows ${better.label}`}
      bay={bay}
      count={group.count}
      from={{ role: 'scored against', label: `${pinned.label} (${percent(meanPinnedScore)})` }}
      to={{ role: 'follows', label: `${better.label} (${percent(meanBetterScore)})` }}
      batch={batch}
      actions={[
        { label: 'Dismiss…', obstacle: obstacleTo('SILENT_DRIFT_DISMISS'), run: dismiss },
        {
          label: 'Score against the other…',
          obstacle: obstacleTo('REPROCESS_START'),
          run: score,
          main: true,
        },
      ]}
      list={() => <SilentDriftCaptures group={group} />}
      compare={() => (
        <ComparedVersions
          captureId={group.latestCapture.id}
          from={{ role: 'Scored against', ...pinned }}
          to={{ role: 'Follows', ...better }}
        />
      )}
    >
      The other version fits {marginLabel(meanPinnedScore, meanBetterScore)} on average
      {latest ? (
        <>
          , based on {latest.discriminatingFacings.toLocaleString('en')}{' '}
          {latest.discriminatingFacings === 1 ? 'facing' : 'facings'} on the newest photo
        </>
      ) : null}
      . Oldest <Age at={oldest} timeZone={timeZone} />, newest <Age at={newest} timeZone={timeZone} />.
      {latest ? <div>{latest.reason}</div> : null}
    </DriftCard>
  );
}
