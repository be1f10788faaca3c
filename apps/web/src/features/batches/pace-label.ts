import { duration } from '../../lib/time.ts';
import type { BatchGlance } from './batch-glance.ts';

type Paced = Pick<BatchGlance, 'state' | 'remainingSeconds' | 'progress'>;

/** How fast a batch is and how long it still takes, such as "12 a second, about 3 min left"; null when it rests. */
export function paceInWords({ state, remainingSeconds, progress }: Paced): string | null {
  if (state !== 'RUNNING') return null;
  const { ratePerSecond } = progress;
  if (ratePerSecond === null) return 'no capture ended in the last minute';
  const rate =
    ratePerSecond >= 1
      ? `${ratePerSecond.toLocaleString('en', { maximumFractionDigits: 1 })} a second`
      : `${(ratePerSecond * 60).toLocaleString('en', { maximumFractionDigits: 1 })} a minute`;
  // Seconds, not fractions of them: the rate is that of a whole minute.
  return remainingSeconds === null
    ? rate
    : `${rate}, about ${duration(Math.max(1, Math.round(remainingSeconds)) * 1_000)} left`;
}
