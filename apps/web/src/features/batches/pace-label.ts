import type { BatchSummary } from '../../lib/batches/batch-summary.ts';
import { duration } from '../../lib/time.ts';

type Paced = Pick<BatchSummary, 'state' | 'remainingSeconds' | 'progress'>;

/**
 * Returns the pace of a batch and the remaining time, such as "12 a second, about 3 min left"; null while it is not
 * running.
 */
export function paceLabel({ state, remainingSeconds, progress }: Paced): string | null {
  if (state !== 'RUNNING') return null;
  const { ratePerSecond } = progress;
  if (ratePerSecond === null) return 'no capture ended in the last minute';
  const rate =
    ratePerSecond >= 1
      ? `${ratePerSecond.toLocaleString('en', { maximumFractionDigits: 1 })} a second`
      : `${(ratePerSecond * 60).toLocaleString('en', { maximumFractionDigits: 1 })} a minute`;
  // Whole seconds: the rate is an average over a minute.
  return remainingSeconds === null
    ? rate
    : `${rate}, about ${duration(Math.max(1, Math.round(remainingSeconds)) * 1_000)} left`;
}
