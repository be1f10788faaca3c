import type { BreakerState } from '@gondola/db';
import type { BreakerEvent, CallEnding } from './breaker-event.ts';
import type { BreakerRow } from './breaker-row.ts';
import { type BreakerPolicy, waitSeconds } from './policy.ts';
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

export interface Reaction {
  row: BreakerRow;
  /** Null when the breaker did not change its mind. */
  transition: BreakerTransition | null;
  /** For `claim` and `take`: whether the caller got what it wanted. */
  granted: boolean;
}

/** The breaker itself: what an event makes of a row. Pure; whoever calls it holds the row's lock. */
export function react(row: BreakerRow, event: BreakerEvent, policy: BreakerPolicy, moment: Moment): Reaction {
  switch (event.kind) {
    case 'claim':
      return mayProbe(row, moment.now) ? claim(row, event.owner, policy, moment) : unchanged(row);
    case 'failure':
      // It was on its way as the breaker opened: all that it can still tell is how long to stay away.
      if (row.state === 'OPEN' && event.generation === row.generation - 1)
        return stayAway(row, event.ending.retryAfterMs, moment.now);
      // A result of another generation says nothing about this one.
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
      // Whether the provider is well again is for a probe to find out, now.
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
 * The lease of a probe that has ended while the breaker stays half open, as against one that lapsed. Who held it stays
 * in the row: the database wants an owner of every breaker that is half open.
 */
const ended = 0;

/** True when a probe is due and nobody is at it. */
export const mayProbe = (row: BreakerRow, now: number): boolean =>
  (row.state === 'OPEN' && (row.retryAt ?? 0) <= now) ||
  (row.state === 'HALF_OPEN' && (row.probeLeaseUntil ?? 0) <= now);

function claim(row: BreakerRow, owner: string, policy: BreakerPolicy, { now }: Moment): Reaction {
  const isFirst = row.state === 'OPEN';
  const reason = isFirst ? 'PROBE' : row.probeLeaseUntil === ended ? 'NEXT_PROBE' : 'PROBE_LEASE_LAPSED';
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
): Reaction {
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
  // What a person has to mend, or the provider's own word, needs no second failure.
  const isPlain =
    ending.kind === 'CONFIGURATION' || ending.kind === 'NOT_READY' || ending.retryAfterMs !== null;
  if (isOutage || isPlain) return open(counted, ending, policy, moment);
  const next = ending.kind === 'THROTTLED' ? cutRate(counted, now) : counted;
  return { row: next, transition: null, granted: false };
}

/** Only ever puts the probe off: several calls of a fleet may be told to come back later, each a little later. */
function stayAway(row: BreakerRow, retryAfterMs: number | null, now: number): Reaction {
  if (retryAfterMs === null || now + retryAfterMs <= (row.retryAt ?? 0)) return unchanged(row);
  return { row: { ...row, retryAt: now + retryAfterMs }, transition: null, granted: false };
}

function endProbe(row: BreakerRow, ending: CallEnding, policy: BreakerPolicy, moment: Moment): Reaction {
  const released = { ...row, probeLeaseUntil: ended };
  // The worker was stopped: the next one probes again.
  if (ending.kind === 'ABORTED') return { row: released, transition: null, granted: false };
  // A photo that the provider refuses shows a provider that works.
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
): Reaction {
  // One that fails again soon after it was closed was closed too early: the wait goes on growing.
  const isRelapse =
    row.state === 'HALF_OPEN' || (row.closedAt !== null && now - row.closedAt < policy.rampSeconds * 1000);
  const reopenCount = isRelapse ? row.reopenCount + 1 : 1;
  const waitMs = Math.max(waitSeconds(policy, reopenCount, random) * 1000, ending.retryAfterMs ?? 0);
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
): Reaction {
  const generation = row.generation + 1;
  return {
    row: { ...row, ...changes, state: to, generation, reason },
    transition: { from: row.state, to, generation, reason, facts },
    granted: false,
  };
}

const unchanged = (row: BreakerRow): Reaction => ({ row, transition: null, granted: false });

/** Says nothing about the provider's health: it refused this photo, or nobody waited for its answer. */
const isNeutral = ({ kind }: CallEnding): boolean => kind === 'PERMANENT_INPUT' || kind === 'ABORTED';
