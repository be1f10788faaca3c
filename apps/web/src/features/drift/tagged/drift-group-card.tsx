'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { BatchSummary } from '../../../lib/batches/batch-summary.ts';
import { can, notPermitted } from '../../../lib/can.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { Age } from '../../../ui/moment.tsx';
import { ComparedVersions } from '../comparison/compared-versions.tsx';
import { DriftCard } from '../drift-card.tsx';
import { reasonOf } from './drift-labels.ts';
import { DriftedCaptures } from './drifted-captures.tsx';
import type { DriftGroup } from './list-drift-groups.ts';
import { driftItemsQuery } from './list-drift-items.ts';

interface DriftGroupCardProps {
  group: DriftGroup;
  /** The batch that releases it now. */
  batch: BatchSummary | undefined;
  release: () => void;
}

/** Shows the captures of one bay with one tagged and one active version. */
export function DriftGroupCard({ group, batch, release }: DriftGroupCardProps) {
  const { bay, count, taggedVersion, tagged, active } = group;
  const mayRelease = can(useViewer(), 'REPROCESS_START', { storeCode: bay.store.code });
  const obstacle = !mayRelease
    ? notPermitted
    : batch
      ? 'A batch releases these captures now'
      : group.modes.length === 0
        ? 'No planogram version is known that these captures could be scored against'
        : null;
  return (
    <DriftCard
      name={`${bay.store.code} ${bay.aisle}, tagged ${taggedVersion}`}
      bay={bay}
      count={count}
      from={{ role: 'tagged', label: taggedVersion }}
      to={active ? { role: 'active', label: active.label } : { role: 'none active', label: '' }}
      batch={batch}
      actions={[{ label: 'Release…', obstacle, run: release, main: true }]}
      list={() => <DriftedCaptures bayId={bay.id} taggedVersion={taggedVersion} count={count} />}
      compare={() => <ComparedGroup group={group} taggedId={tagged?.id ?? null} />}
    >
      {reasonOf(group)} Oldest <Age at={group.oldest} timeZone={bay.store.timeZone} />, newest{' '}
      <Age at={group.newest} timeZone={bay.store.timeZone} />.
    </DriftCard>
  );
}

function ComparedGroup({ group, taggedId }: { group: DriftGroup; taggedId: string | null }) {
  const { bay, taggedVersion, active, count } = group;
  const { data } = useInfiniteQuery(driftItemsQuery(bay.id, taggedVersion, count));
  return (
    <ComparedVersions
      captureId={data?.pages[0]?.edges[0]?.node.capture.id ?? null}
      from={{ role: 'Tagged', label: taggedVersion, id: taggedId }}
      to={active && { role: 'Active', label: active.label, id: active.id }}
    />
  );
}
