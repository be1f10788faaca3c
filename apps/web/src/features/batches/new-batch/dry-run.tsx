'use client';
import { Loader } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { duration } from '../../lib/time.ts';
import { Banner } from '../../ui/banner.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ImpactFigures } from './impact-figures.tsx';
import classes from './new-batch.module.css';
import type { BatchPreview } from './preview-batch.ts';
import { captures } from './scope-words.ts';

/** What a batch would do, without doing it. */
export function DryRun({ preview }: { preview: BatchPreview }) {
  const { eligible, estimatedMinutes, estimateBasis, sample } = preview;
  const skipped = preview.captures - eligible;
  return (
    <>
      <Facts
        facts={[
          ['In the scope now', preview.captures.toLocaleString('en')],
          ['Can be done', eligible.toLocaleString('en')],
          ['Would be skipped', skipped.toLocaleString('en')],
          ['Takes about', estimatedMinutes === null ? 'cannot be told' : minutesInWords(estimatedMinutes)],
        ]}
      />
      {estimateBasis ? <p className={classes.hint}>The time rests on {estimateBasis}.</p> : null}
      {preview.captures > 0 && eligible === 0 ? (
        <Banner tone="short" icon={IconAlertTriangle} title="Nothing to do.">
          None of these captures is in the right state, or none has a planogram version by this choice.
        </Banner>
      ) : null}
      {sample && sample.captures > 0 ? (
        <section>
          <h3 className={classes.heading}>On trial: {captures(sample.captures)} of the scope</h3>
          <ImpactFigures impact={sample.impact} />
          {sample.skipped.length > 0 ? (
            <>
              <p className={classes.hint}>Of the sample, these would be skipped:</p>
              <ul className={classes.skipped}>
                {sample.skipped.map(({ reason, count }) => (
                  <li key={reason}>
                    {count.toLocaleString('en')}: {reason}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </section>
      ) : null}
      {sample ? null : (
        <p className={classes.hint}>
          What becomes of the scores cannot be tried beforehand: only the tiers could tell.
        </p>
      )}
    </>
  );
}

/** Never "0 ms": a batch takes a moment at least. */
const minutesInWords = (minutes: number): string => duration(Math.max(1_000, minutes * 60_000));

export function DryRunLoading() {
  return (
    <p role="status">
      <Loader size={14} mr={8} />
      The dry run is made …
    </p>
  );
}
