import type { BreakerRow } from './breaker-state.ts';

/** Returns whether a probe is due and no worker is probing. */
export const mayProbe = (row: BreakerRow, now: number): boolean =>
  (row.state === 'OPEN' && (row.retryAt ?? 0) <= now) ||
  (row.state === 'HALF_OPEN' && (row.probeLeaseUntil ?? 0) <= now);
