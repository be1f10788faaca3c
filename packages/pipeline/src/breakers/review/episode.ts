import type { BreakerState } from '@gondola/db';

/** A change of a breaker's mind as it was recorded. `at`: milliseconds of the database's clock. */
export interface RecordedTransition {
  from: BreakerState;
  to: BreakerState;
  reason: string;
  facts: Record<string, unknown>;
  at: number;
}

/** One outage as the breaker lived through it, from the opening to the closing that lasted. Instants in milliseconds. */
export interface Episode {
  openedAt: number;
  /** Null: it was going on when the record was read. */
  closedAt: number | null;
  /** The provider was surely not well then: the last failed probe, or the opening itself. */
  lastFailedAt: number;
  /** The provider was surely well by then: the first probe that succeeded. Null: none has yet. */
  recoveredAt: number | null;
  /** Probes that were sent. */
  probes: number;
  failedProbes: number;
  /** How often it closed and had to open again at once. */
  relapses: number;
  /** Calls and failures of the fleet in the window that opened it. */
  callsToOpen: number;
  failuresToOpen: number;
  /** The longest wait that the provider itself asked for; null when it asked for none. */
  retryAfterSeconds: number | null;
  /** A person isolated or restored it: its length says nothing of the provider. */
  byPerson: boolean;
}

/** Whether it says how long the provider was away. */
export const isConclusive = (
  episode: Episode,
): episode is Episode & { closedAt: number; recoveredAt: number } =>
  episode.closedAt !== null && episode.recoveredAt !== null && !episode.byPerson;

/** Never below zero: a database's clock may be set back between two records. */
export const secondsBetween = (from: number, to: number): number => Math.max(0, to - from) / 1000;
