'use client';
import { Loader } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { captures } from '../../../labels/counts.ts';
import type { BatchPreview, DryRunQuery } from '../../../lib/batches/preview-batch.ts';
import { duration } from '../../../lib/time.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { ImpactFigures } from '../impact-figures.tsx';
import classes from './new-batch.module.css';

/** Shows what a batch would do, without doing it, or that the dry run is still running or has failed. */
export function DryRun({ query: { data, error, refetch } }: { query: DryRunQuery }) {
  if (data) return <Outcome preview={data} />;
  if (error) return <FaultNotice fault={error} retry={refetch} />;
  return (
    <p role="status">
      <Loader size={14} mr={8} />
      The dry run is running …
    </p>
  );
}

function Outcome({ preview }: { preview: BatchPreview }) {
  const { eligible, estimatedMinutes, estimateBasis, sample } = preview;
  const skipped = preview.captures - eligible;
  return (
    <>
      <Facts
        facts={[
          ['In the scope now', preview.captures.toLocaleString('en')],
          ['Can be done', eligible.toLocaleString('en')],
          ['Would be skipped', skipped.toLocaleString('en')],
          ['Takes about', estimatedMinutes === null ? 'unknown' : minutesLabel(estimatedMinutes)],
        ]}
      />
      {estimateBasis ? <p className={classes.hint}>The estimate is based on {estimateBasis}.</p> : null}
      {preview.captures > 0 && eligible === 0 ? (
        <Banner tone="short" icon={IconAlertTriangle} title="Nothing to score.">
          None of these captures is in the right state, or none has a planogram version by this choice.
        </Banner>
      ) : null}
      {sample && sample.captures > 0 ? (
        <section>
          <h3 className={classes.heading}>Sample: {captures(sample.captures)} of the scope</h3>
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
          The effect on scores is unknown beforehand: it depends on what the tiers detect.
        </p>
      )}
    </>
  );
}

/** Returns a duration that is never "0 ms". */
const minutesLabel = (minutes: number): string => duration(Math.max(1_000, minutes * 60_000));
