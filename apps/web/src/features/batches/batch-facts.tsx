import type { ReactNode } from 'react';
import { reprocessModeWords, versionChoiceWords } from '../../lib/words/batch-words.ts';
import { Facts } from '../../ui/facts.tsx';
import { Moment } from '../../ui/moment.tsx';
import { ownTimeZone } from '../inference/own-time-zone.ts';
import type { WatchedBatch } from './read-batch.ts';
import { scopeInWords } from './scope-words.ts';

/** What was asked for, by whom, and when the batch came to what. */
export function BatchFacts({ batch }: { batch: WatchedBatch }) {
  const { mode, version, versionChoice, publishesAtOnce, createdBy } = batch;
  const timeZone = ownTimeZone();
  const moments: [string, string | null][] = [
    ['Asked for', batch.createdAt],
    ['Started', batch.startedAt],
    ['Ended', batch.endedAt],
    ['Published', batch.publishedAt],
    ['Rolled back', batch.rolledBackAt],
  ];
  return (
    <Facts
      facts={[
        ['What', reprocessModeWords[mode].word],
        ['For', scopeInWords(batch, timeZone)],
        ['Against', version?.label ?? versionChoiceWords[versionChoice].word.toLowerCase()],
        ['New scores count', publishesAtOnce ? 'as they come' : 'when published'],
        ['By', createdBy],
        ...moments.flatMap(([name, at]): [string, ReactNode][] =>
          at === null ? [] : [[name, <Moment key={name} at={at} timeZone={timeZone} />]],
        ),
      ]}
    />
  );
}
