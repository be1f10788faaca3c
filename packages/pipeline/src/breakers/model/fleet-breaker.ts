import type { BreakerBook, BreakerView } from './breaker-book.ts';
import type { CallEnding } from './breaker-event.ts';
import { createLocalBreaker, type LocalBreaker } from './local-breaker.ts';
import { type BreakerPolicy, defaultBreakerPolicy } from './policy.ts';
import { mayProbe } from './react.ts';

/** Leave to make one call. It must be settled, however the call ends. */
export interface Pass {
  admitted: true;
  kind: 'call' | 'probe' | 'local';
  generation: number;
  /** The call's time limit. */
  timeoutMs: number;
}

export interface Refusal {
  admitted: false;
  /** In words, for the capture's record. */
  reason: string;
}

export interface FleetBreaker {
  readonly name: string;
  admit(): Promise<Pass | Refusal>;
  settle(pass: Pass, ending: CallEnding): Promise<void>;
}

export interface FleetBreakerTools {
  book: BreakerBook;
  /** Names this process in leases and transitions. */
  owner: string;
  /** Monotonic milliseconds. */
  now(): number;
  /** 0..1. */
  random(): number;
  /** The fleet's judgement is out of reach, or there again. */
  onBookLost(error: unknown): void;
}

/** A healthy breaker may be looked at this late: nobody fails meanwhile, or a call of our own would have. */
const trustMs = 1_000;

/**
 * A breaker that the whole fleet shares. While the provider is healthy it costs one read a second and no write. When
 * the book is out of reach the process judges by itself: a breaker must not become the outage it is there for.
 */
export function createFleetBreaker(name: string, tools: FleetBreakerTools): FleetBreaker {
  let seen: { view: BreakerView; atMs: number } | null = null;
  let callsSinceReport = 0;
  let policy: BreakerPolicy = defaultBreakerPolicy;
  let local: LocalBreaker | null = null;

  async function look(): Promise<BreakerView> {
    if (seen !== null && isCalm(seen.view) && tools.now() - seen.atMs < trustMs) return seen.view;
    const view = await tools.book.read(name);
    seen = { view, atMs: tools.now() };
    policy = view.policy;
    local = null;
    return view;
  }

  async function admitByFleet(): Promise<Pass | Refusal> {
    const { row, now } = await look();
    if (mayProbe(row, now)) {
      const { granted, row: claimed } = await tools.book.report(
        name,
        { kind: 'claim', owner: tools.owner },
        actor(),
      );
      seen = null;
      return granted
        ? { admitted: true, kind: 'probe', generation: claimed.generation, timeoutMs: policy.callTimeoutMs }
        : { admitted: false, reason: 'another worker is probing' };
    }
    switch (row.state) {
      case 'ISOLATED':
        return { admitted: false, reason: `isolated: ${row.reason ?? 'by an operator'}` };
      case 'OPEN':
        return {
          admitted: false,
          reason: `open: ${row.reason ?? 'failures'}; ${secondsUntil(row.retryAt, now)}`,
        };
      case 'HALF_OPEN':
        return { admitted: false, reason: 'another worker is probing' };
      case 'CLOSED':
        return admitWhileClosed(
          row.generation,
          rampShare(row.closedAt, now, policy),
          row.ratePerSecond !== null,
        );
    }
  }

  async function admitWhileClosed(
    generation: number,
    share: number,
    isThrottled: boolean,
  ): Promise<Pass | Refusal> {
    if (share < 1 && tools.random() >= share)
      return { admitted: false, reason: 'ramping up after an outage' };
    if (isThrottled) {
      const { granted } = await tools.book.report(name, { kind: 'take', generation }, actor());
      seen = null;
      if (!granted) return { admitted: false, reason: 'throttled: the fleet has used up its share' };
    }
    // Calls from before the fleet's window say nothing about the failures in it: they would hide an outage's beginning.
    callsSinceReport = seen !== null && isCalm(seen.view) ? 1 : callsSinceReport + 1;
    return { admitted: true, kind: 'call', generation, timeoutMs: policy.callTimeoutMs };
  }

  const actor = () => `worker:${tools.owner}`;

  async function settleByFleet(pass: Pass, ending: CallEnding): Promise<void> {
    if (pass.kind === 'probe') {
      await tools.book.report(name, { kind: 'probeEnded', generation: pass.generation, ending }, actor());
      seen = null;
      return;
    }
    if (ending.kind === 'OK' || ending.kind === 'PERMANENT_INPUT' || ending.kind === 'ABORTED') return;
    const calls = Math.max(1, callsSinceReport);
    callsSinceReport = 0;
    const { generation } = pass;
    await tools.book.report(name, { kind: 'failure', generation, calls, ending }, actor());
    seen = null;
  }

  function lost(error: unknown): LocalBreaker {
    tools.onBookLost(error);
    seen = null;
    local ??= createLocalBreaker(policy, tools.random);
    return local;
  }

  return {
    name,
    async admit() {
      try {
        return await admitByFleet();
      } catch (error) {
        return lost(error).admits(tools.now())
          ? { admitted: true, kind: 'local', generation: -1, timeoutMs: policy.callTimeoutMs }
          : { admitted: false, reason: 'open by this worker alone: the fleet is out of reach' };
      }
    },
    async settle(pass, ending) {
      if (pass.kind === 'local') return void local?.note(ending, tools.now());
      await settleByFleet(pass, ending).catch((error: unknown) => lost(error).note(ending, tools.now()));
    },
  };
}

/** Nothing has gone wrong lately: a view like this may be a second old. */
const isCalm = ({ row, now, policy }: BreakerView): boolean =>
  row.state === 'CLOSED' &&
  row.ratePerSecond === null &&
  (row.windowStartedAt === null || now - row.windowStartedAt > policy.windowSeconds * 1000);

/** A tenth at first, then half, then all: what queued up during an outage must not come all at once. */
function rampShare(closedAt: number | null, now: number, { rampSeconds }: BreakerPolicy): number {
  if (closedAt === null || rampSeconds === 0) return 1;
  const done = (now - closedAt) / 1000 / rampSeconds;
  if (done >= 1) return 1;
  return done < 1 / 3 ? 0.1 : 0.5;
}

const secondsUntil = (retryAt: number | null, now: number): string =>
  `the next probe is due in ${Math.max(0, ((retryAt ?? now) - now) / 1000).toFixed(1)} s`;
