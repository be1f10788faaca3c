import type { ReactNode } from 'react';
import { reprocessModeLabels, versionChoiceLabels } from '../../labels/batch-labels.ts';
import { batchScopeLabel } from '../../labels/batch-scope-labels.ts';
import { ownTimeZone } from '../../lib/own-time-zone.ts';
import { Facts } from '../../ui/facts.tsx';
import { Moment } from '../../ui/moment.tsx';
import type { WatchedBatch } from './read-batch.ts';

/** Shows the parameters of a batch, its author, and its timestamps. */
export function BatchFacts({ batch }: { batch: WatchedBatch }) {
  const { mode, version, versionChoice, publishesAtOnce, createdBy } = batch;
  const timeZone = ownTimeZone();
  const moments: [string, string | null][] = [
    ['Requested', batch.createdAt],
    ['Started', batch.startedAt],
    ['Ended', batch.endedAt],
    ['Published', batch.publishedAt],
    ['Rolled back', batch.rolledBackAt],
  ];
  return (
    <Facts
      facts={[
        ['Mode', reprocessModeLabels[mode].label],
        ['For', batchScopeLabel(batch, timeZone)],
        ['Against', version?.label ?? versionChoiceLabels[versionChoice].label.toLowerCase()],
        ['New scores count', publishesAtOnce ? 'at once' : 'after publishing'],
        ['By', createdBy],
        ...moments.flatMap(([name, at]): [string, ReactNode][] =>
          at === null ? [] : [[name, <Moment key={name} at={at} timeZone={timeZone} />]],
        ),
      ]}
    />
  );
}
