'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { percent } from '../../lib/percent.ts';
import { Age } from '../../ui/moment.tsx';
import type { BatchGlance } from '../batches/batch-glance.ts';
import { ComparedVersions } from './compared-versions.tsx';
import { DriftCard } from './drift-card.tsx';
import { marginInWords } from './drift-words.ts';
import type { SilentDriftGroup } from './list-silent-drift-groups.ts';
import { silentDriftItemsQuery } from './list-silent-drift-items.ts';
import { SilentDriftCaptures } from './silent-drift-captures.tsx';

interface SilentDriftCardProps {
  group: SilentDriftGroup;
  batch: BatchGlance | undefined;
  mayAct: boolean;
  score: () => void;
  dismiss: () => void;
}

/** Captures of one bay whose shelf follows another version than they were scored against. */
export function SilentDriftCard({ group, batch, mayAct, score, dismiss }: SilentDriftCardProps) {
  const { bay, pinned, better, meanPinnedScore, meanBetterScore, oldest, newest } = group;
  const { timeZone } = bay.store;
  const { data } = useInfiniteQuery(silentDriftItemsQuery(group));
  const latest = data?.pages[0]?.edges[0]?.node;
  const obstacle = !mayAct
    ? 'Only category managers and administrators decide on drift'
    : batch
      ? 'A batch scores these captures now'
      : null;
  return (
    <DriftCard
      name={`${bay.store.code} ${bay.aisle}, scored against ${pinned.label}, follows ${better.label}`}
      bay={bay}
      count={group.count}
      from={{ role: 'scored against', label: `${pinned.label} (${percent(meanPinnedScore)})` }}
      to={{ role: 'follows', label: `${better.label} (${percent(meanBetterScore)})` }}
      batch={batch}
      acts={[
        { label: 'Dismiss…', obstacle, act: dismiss },
        { label: 'Score against the other…', obstacle, act: score, main: true },
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
      The other version fits {marginInWords(meanPinnedScore, meanBetterScore)} on average
      {latest ? (
        <>
          , told by {latest.discriminatingFacings.toLocaleString('en')}{' '}
          {latest.discriminatingFacings === 1 ? 'facing' : 'facings'} on the newest photo
        </>
      ) : null}
      . Oldest <Age at={oldest} timeZone={timeZone} />, newest <Age at={newest} timeZone={timeZone} />.
      {latest ? <div>{latest.reason}</div> : null}
    </DriftCard>
  );
}
