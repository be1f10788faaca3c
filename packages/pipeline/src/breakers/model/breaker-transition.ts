import type { BreakerState } from '@gondola/db';
import type { BreakerEvent, CallEnding } from './breaker-event.ts';
import { type BreakerPolicy, openForMs } from './breaker-policy.ts';
import type { BreakerRow } from './breaker-state.ts';
import { mayProbe } from './may-probe.ts';
import { cutRate, takeToken } from './token-bucket.ts';

export interface Moment {
  /** Milliseconds of the database's clock. */
  now: number;
  /** 0..1. */
  random: number;
}

export interface BreakerTransition {
  from: BreakerState;
  to: BreakerState;
  generation: number;
  reason: string;
  facts: Record<string, unknown>;
}

export interface TransitionResult {
  row: BreakerRow;
  /** Null when the state did not change. */
  transition: BreakerTransition | null;
  /** For `claim` and `take`: whether the request was granted. */
  granted: boolean;
}

/** Applies an event to a breaker's row and returns the next row. Pure; the caller holds the row's lock. */
export function applyBreakerEvent(
  row: BreakerRow,
  event: BreakerEvent,
  policy: BreakerPolicy,
  moment: Moment,
): TransitionResult {
  switch (event.kind) {
    case 'claim':
      return mayProbe(row, moment.now) ? claim(row, event.owner, policy, moment) : unchanged(row);
    case 'failure':
      // The call was in flight when the breaker opened: only its Retry-After still matters.
      if (row.state === 'OPEN' && event.generation === row.generation - 1)
        return postponeProbe(row, event.ending.retryAfterMs, moment.now);
      // A result of another generation is no evidence about this one.
      if (row.state !== 'CLOSED' || row.generation !== event.generation) return unchanged(row);
      return countFailure(row, event, policy, moment);
    case 'probeEnded':
      if (row.state !== 'HALF_OPEN' || row.generation !== event.generation) return unchanged(row);
      return endProbe(row, event.ending, policy, moment);
    case 'take': {
      if (row.state !== 'CLOSED' || row.generation !== event.generation) return unchanged(row);
      const { row: next, granted } = takeToken(row, moment.now);
      return { row: next, transition: null, granted };
    }
    case 'isolate':
      if (row.state === 'ISOLATED') return unchanged(row);
      return move(row, 'ISOLATED', event.reason, {}, { probeOwner: null, probeLeaseUntil: null });
    case 'restore':
      // A probe is due now: only a probe can show that the provider has recovered.
      if (row.state !== 'ISOLATED') return unchanged(row);
      return move(
        row,
        'OPEN',
        event.reason,
        {},
        { openedAt: moment.now, retryAt: moment.now, reopenCount: 1 },
      );
  }
}

/**
 * Marks the lease of a probe that has ended while the breaker stays half open, in contrast to a lapsed lease. The owner stays
 * in the row: the database requires an owner for every half-open breaker.
 */
const noLease = 0;

function claim(row: BreakerRow, owner: string, policy: BreakerPolicy, { now }: Moment): TransitionResult {
  const isFirst = row.state === 'OPEN';
  const reason = isFirst ? 'PROBE' : row.probeLeaseUntil === noLease ? 'NEXT_PROBE' : 'PROBE_LEASE_LAPSED';
  const changes = {
    probeOwner: owner,
    probeLeaseUntil: now + policy.probeLeaseSeconds * 1000,
    // A prober that died proves nothing, in either direction.
    probeSuccesses: isFirst ? 0 : row.probeSuccesses,
  };
  return { ...move(row, 'HALF_OPEN', reason, { owner }, changes), granted: true };
}

function countFailure(
  row: BreakerRow,
  { calls, ending }: Extract<BreakerEvent, { kind: 'failure' }>,
  policy: BreakerPolicy,
  moment: Moment,
): TransitionResult {
  if (isNeutral(ending)) return unchanged(row);
  const { now } = moment;
  const isStale = row.windowStartedAt === null || now - row.windowStartedAt > policy.windowSeconds * 1000;
  const counted: BreakerRow = {
    ...row,
    failures: (isStale ? 0 : row.failures) + 1,
    calls: (isStale ? 0 : row.calls) + calls,
    windowStartedAt: isStale ? now : row.windowStartedAt,
  };
  const isRamping = row.closedAt !== null && now - row.closedAt < policy.rampSeconds * 1000;
  const enough = isRamping ? Math.ceil(policy.failuresToOpen / 2) : policy.failuresToOpen;
  const rate = counted.failures / Math.max(1, counted.calls);
  const isOutage = counted.failures >= enough && rate >= policy.failureRateToOpen;
  // A fault that a person must repair, or a Retry-After from the provider, opens the breaker without a second failure.
  const isPlain =
    ending.kind === 'CONFIGURATION' || ending.kind === 'NOT_READY' || ending.retryAfterMs !== null;
  if (isOutage || isPlain) return open(counted, ending, policy, moment);
  const next = ending.kind === 'THROTTLED' ? cutRate(counted, now) : counted;
  return { row: next, transition: null, granted: false };
}

/** Postpones the probe, never advances it: several calls of a fleet may receive ever later Retry-After times. */
function postponeProbe(row: BreakerRow, retryAfterMs: number | null, now: number): TransitionResult {
  if (retryAfterMs === null || now + retryAfterMs <= (row.retryAt ?? 0)) return unchanged(row);
  return { row: { ...row, retryAt: now + retryAfterMs }, transition: null, granted: false };
}

function endProbe(
  row: BreakerRow,
  ending: CallEnding,
  policy: BreakerPolicy,
  moment: Moment,
): TransitionResult {
  const released = { ...row, probeLeaseUntil: noLease };
  // The worker was stopped: the next worker probes again.
  if (ending.kind === 'ABORTED') return { row: released, transition: null, granted: false };
  // A refusal of one photo proves that the provider works.
  if (ending.kind !== 'OK' && ending.kind !== 'PERMANENT_INPUT') return open(row, ending, policy, moment);
  const probeSuccesses = row.probeSuccesses + 1;
  if (probeSuccesses < policy.probeSuccessesToClose)
    return { row: { ...released, probeSuccesses }, transition: null, granted: false };
  const closed = {
    failures: 0,
    calls: 0,
    windowStartedAt: null,
    retryAt: null,
    probeOwner: null,
    probeLeaseUntil: null,
    probeSuccesses: 0,
    closedAt: moment.now,
    ratePerSecond: null,
    tokens: null,
    tokensAt: null,
  };
  return move(row, 'CLOSED', 'PROBES_SUCCEEDED', { probeSuccesses }, closed);
}

function open(
  row: BreakerRow,
  ending: Exclude<CallEnding, { kind: 'OK' }>,
  policy: BreakerPolicy,
  { now, random }: Moment,
): TransitionResult {
  // A failure soon after the closing means that the breaker closed too early: the wait continues to grow.
  const isRelapse =
    row.state === 'HALF_OPEN' || (row.closedAt !== null && now - row.closedAt < policy.rampSeconds * 1000);
  const reopenCount = isRelapse ? row.reopenCount + 1 : 1;
  const waitMs = openForMs(policy, reopenCount, random, ending.retryAfterMs);
  const facts = {
    message: ending.message,
    failures: row.failures,
    calls: row.calls,
    waitMs: Math.round(waitMs),
    retryAfterMs: ending.retryAfterMs,
    reopenCount,
  };
  return move(row, 'OPEN', ending.kind, facts, {
    openedAt: row.state === 'CLOSED' ? now : row.openedAt,
    retryAt: now + waitMs,
    reopenCount,
    probeOwner: null,
    probeLeaseUntil: null,
    probeSuccesses: 0,
  });
}

function move(
  row: BreakerRow,
  to: BreakerState,
  reason: string,
  facts: Record<string, unknown>,
  changes: Partial<BreakerRow>,
): TransitionResult {
  const generation = row.generation + 1;
  return {
    row: { ...row, ...changes, state: to, generation, reason },
    transition: { from: row.state, to, generation, reason, facts },
    granted: false,
  };
}

const unchanged = (row: BreakerRow): TransitionResult => ({ row, transition: null, granted: false });

/** Returns whether the ending is no evidence about the provider's health: a refused photo or an aborted call. */
const isNeutral = ({ kind }: CallEnding): boolean => kind === 'PERMANENT_INPUT' || kind === 'ABORTED';
