import type { BreakerState } from '@gondola/db';

/** A recorded transition of a breaker. `at`: milliseconds of the database's clock. */
export interface RecordedTransition {
  from: BreakerState;
  to: BreakerState;
  reason: string;
  facts: Record<string, unknown>;
  at: number;
}

/** One outage as recorded by the breaker, from the opening to the lasting closing. Instants in milliseconds. */
export interface Episode {
  openedAt: number;
  /** Null: the outage continued when the record was read. */
  closedAt: number | null;
  /** The last proof of failure: the last failed probe, or the opening itself. */
  lastFailedAt: number;
  /** The first proof of recovery: the first successful probe. Null: none yet. */
  recoveredAt: number | null;
  /** Probes that were sent. */
  probes: number;
  failedProbes: number;
  /** How often the breaker closed and opened again at once. */
  relapses: number;
  /** Calls and failures of the fleet in the window that opened it. */
  callsToOpen: number;
  failuresToOpen: number;
  /** The longest wait that the provider itself asked for; null when it asked for none. */
  retryAfterSeconds: number | null;
  /** A person isolated or restored the breaker: the length is no evidence about the provider. */
  byPerson: boolean;
}

/** Returns whether the episode shows how long the provider was unavailable. */
export const isConclusive = (
  episode: Episode,
): episode is Episode & { closedAt: number; recoveredAt: number } =>
  episode.closedAt !== null && episode.recoveredAt !== null && !episode.byPerson;

/** Never below zero: a database's clock may be set back between two records. */
export const secondsBetween = (from: number, to: number): number => Math.max(0, to - from) / 1000;
