import type { BreakerState } from '@gondola/db';

/** The shared state of a breaker. Instants are milliseconds of the database's clock. */
export interface BreakerRow {
  state: BreakerState;
  /** Goes up with every transition. */
  generation: number;
  failures: number;
  calls: number;
  windowStartedAt: number | null;
  openedAt: number | null;
  retryAt: number | null;
  reopenCount: number;
  probeOwner: string | null;
  probeLeaseUntil: number | null;
  probeSuccesses: number;
  closedAt: number | null;
  reason: string | null;
  /** The shared token bucket; null while the provider does not throttle. */
  ratePerSecond: number | null;
  tokens: number | null;
  tokensAt: number | null;
}

export const freshBreaker: BreakerRow = {
  state: 'CLOSED',
  generation: 0,
  failures: 0,
  calls: 0,
  windowStartedAt: null,
  openedAt: null,
  retryAt: null,
  reopenCount: 0,
  probeOwner: null,
  probeLeaseUntil: null,
  probeSuccesses: 0,
  closedAt: null,
  reason: null,
  ratePerSecond: null,
  tokens: null,
  tokensAt: null,
};
