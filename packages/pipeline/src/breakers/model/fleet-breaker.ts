import type { CallEnding } from './breaker-event.ts';
import { type BreakerPolicy, defaultBreakerPolicy } from './breaker-policy.ts';
import { createLocalBreaker, type LocalBreaker } from './local-breaker.ts';
import { mayProbe } from './may-probe.ts';
import type { BreakerView, SharedBreakerState } from './shared-breaker-state.ts';

/** Permission for one call. It must be settled, however the call ends. */
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
  sharedState: SharedBreakerState;
  /** Names this process in leases and transitions. */
  owner: string;
  /** Monotonic milliseconds. */
  now(): number;
  /** 0..1. */
  random(): number;
  /** Called when the shared state is unreachable. */
  onSharedStateLost(error: unknown): void;
}

/** Maximum age of a healthy view: a failure in the meantime would also show in this worker's own calls. */
const maxViewAgeMs = 1_000;

/**
 * Creates a breaker shared by the whole fleet. While the provider is healthy it costs one read a second and no write. When
 * the shared state is unreachable the process uses a local breaker: the breaker must not become an outage itself.
 */
export function createFleetBreaker(name: string, tools: FleetBreakerTools): FleetBreaker {
  let lastView: { view: BreakerView; atMs: number } | null = null;
  let callsSinceReport = 0;
  let policy: BreakerPolicy = defaultBreakerPolicy;
  let local: LocalBreaker | null = null;

  async function readView(): Promise<BreakerView> {
    if (lastView !== null && isHealthy(lastView.view) && tools.now() - lastView.atMs < maxViewAgeMs)
      return lastView.view;
    const view = await tools.sharedState.read(name);
    lastView = { view, atMs: tools.now() };
    policy = view.policy;
    local = null;
    return view;
  }

  async function admitByFleet(): Promise<Pass | Refusal> {
    const { row, now } = await readView();
    if (mayProbe(row, now)) {
      const { granted, row: claimed } = await tools.sharedState.report(
        name,
        { kind: 'claim', owner: tools.owner },
        actor(),
      );
      lastView = null;
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
      const { granted } = await tools.sharedState.report(name, { kind: 'take', generation }, actor());
      lastView = null;
      if (!granted) return { admitted: false, reason: 'throttled: the fleet has used up its share' };
    }
    // Calls from before the fleet's window are no evidence about its failures: they would hide the start of an outage.
    callsSinceReport = lastView !== null && isHealthy(lastView.view) ? 1 : callsSinceReport + 1;
    return { admitted: true, kind: 'call', generation, timeoutMs: policy.callTimeoutMs };
  }

  const actor = () => `worker:${tools.owner}`;

  async function settleByFleet(pass: Pass, ending: CallEnding): Promise<void> {
    if (pass.kind === 'probe') {
      await tools.sharedState.report(
        name,
        { kind: 'probeEnded', generation: pass.generation, ending },
        actor(),
      );
      lastView = null;
      return;
    }
    if (ending.kind === 'OK' || ending.kind === 'PERMANENT_INPUT' || ending.kind === 'ABORTED') return;
    const calls = Math.max(1, callsSinceReport);
    callsSinceReport = 0;
    const { generation } = pass;
    await tools.sharedState.report(name, { kind: 'failure', generation, calls, ending }, actor());
    lastView = null;
  }

  function fallBack(error: unknown): LocalBreaker {
    tools.onSharedStateLost(error);
    lastView = null;
    local ??= createLocalBreaker(policy, tools.random);
    return local;
  }

  return {
    name,
    async admit() {
      try {
        return await admitByFleet();
      } catch (error) {
        return fallBack(error).admits(tools.now())
          ? { admitted: true, kind: 'local', generation: -1, timeoutMs: policy.callTimeoutMs }
          : { admitted: false, reason: 'open by the local breaker: shared breaker state unreachable' };
      }
    },
    async settle(pass, ending) {
      if (pass.kind === 'local') return void local?.record(ending, tools.now());
      await settleByFleet(pass, ending).catch((error: unknown) =>
        fallBack(error).record(ending, tools.now()),
      );
    },
  };
}

/** Returns whether the view shows no recent failure; such a view may be a second old. */
const isHealthy = ({ row, now, policy }: BreakerView): boolean =>
  row.state === 'CLOSED' &&
  row.ratePerSecond === null &&
  (row.windowStartedAt === null || now - row.windowStartedAt > policy.windowSeconds * 1000);

/** Returns the share of calls let through after closing: a tenth, then half, then all. The backlog must not arrive at once. */
function rampShare(closedAt: number | null, now: number, { rampSeconds }: BreakerPolicy): number {
  if (closedAt === null || rampSeconds === 0) return 1;
  const done = (now - closedAt) / 1000 / rampSeconds;
  if (done >= 1) return 1;
  return done < 1 / 3 ? 0.1 : 0.5;
}

const secondsUntil = (retryAt: number | null, now: number): string =>
  `the next probe is due in ${Math.max(0, ((retryAt ?? now) - now) / 1000).toFixed(1)} s`;
