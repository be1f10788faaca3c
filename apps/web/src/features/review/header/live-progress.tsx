'use client';
import { IconCheck, IconLoader2, IconPlayerPause, IconX } from '@tabler/icons-react';
import Link from 'next/link';
import type { CaptureState } from '../../../generated/graphql.ts';
import { captureStateLabels } from '../../../labels/capture-state-labels.ts';
import { duration } from '../../../lib/time.ts';
import { useNow } from '../../../lib/use-now.ts';
import type { ReviewedCapture } from '../read-capture.ts';
import classes from './live-progress.module.css';

const steps = ['Receive', 'Check photo', 'Find products', 'Score'];

/** How many steps a capture in this state has completed. Waiting and rejected captures stay where they stopped. */
const stepsDone: Record<CaptureState, number> = {
  INGESTED: 1,
  RETRY_SCHEDULED: 1,
  PREPROCESSED: 2,
  VERSION_DRIFT: 2,
  TIER_1_INFERENCE: 3,
  TIER_2_INFERENCE: 3,
  TIER_3_INFERENCE: 3,
  SCORED: 4,
  ARCHIVED: 4,
  DEAD_LETTERED: 1,
};

/** Shows the progress of a capture towards a score, renewed with each answer of the API. */
export function LiveProgress({ capture }: { capture: ReviewedCapture }) {
  const now = useNow(1_000);
  const { state } = capture;
  const { label, meaning, terminal } = captureStateLabels[state];
  const reached = new Set(capture.history.map((event) => event.toState));
  const done = state === 'DEAD_LETTERED' && reached.has('PREPROCESSED') ? 2 : stepsDone[state];
  const halted = state === 'DEAD_LETTERED';
  const waiting = state === 'VERSION_DRIFT' || state === 'RETRY_SCHEDULED';

  return (
    <div className={classes.progress} data-tone={halted ? 'bad' : waiting ? 'moved' : 'over'}>
      <ol className={classes.steps} aria-label="Progress">
        {steps.map((step, at) => (
          <li key={step} data-done={at < done} aria-current={at === done ? 'step' : undefined}>
            <span className={classes.bullet} aria-hidden>
              {at < done ? <IconCheck size={13} stroke={3} /> : null}
              {at === done && halted ? <IconX size={13} stroke={3} /> : null}
              {at === done && waiting ? <IconPlayerPause size={13} stroke={2.5} /> : null}
              {at === done && !halted && !waiting ? <IconLoader2 size={13} className={classes.spin} /> : null}
            </span>
            {step}
          </li>
        ))}
      </ol>
      <p aria-live="polite">
        <b>{label}.</b> {meaning}{' '}
        {state === 'VERSION_DRIFT' ? <Link href="/drift">To the drift queue</Link> : null}
      </p>
      {terminal ? null : (
        <span className={classes.since}>
          {duration(Math.max(0, now - Date.parse(capture.receivedAt)))} since it was received
        </span>
      )}
    </div>
  );
}
