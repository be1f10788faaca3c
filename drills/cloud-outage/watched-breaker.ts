import type { FleetBreaker, Pass } from '@gondola/pipeline/inference';

/** A call that a breaker admitted. Times are Unix milliseconds. */
export interface WatchedCall {
  kind: Pass['kind'];
  generation: number;
  fromMs: number;
  /** Null while the call is in progress. */
  toMs: number | null;
  ok: boolean;
  /** The provider's Retry-After in the answer. */
  retryAfterMs: number | null;
}

/** All requests to the breakers of a fleet, with their results. */
export interface Watch {
  calls: WatchedCall[];
  /** When and why calls were refused. */
  refusals: { atMs: number; reason: string }[];
  /** The maximum number of probes in progress at once. */
  maxProbesAtOnce: number;
}

export const newWatch = (): Watch => ({ calls: [], refusals: [], maxProbesAtOnce: 0 });

/** Wraps a breaker so that `watch` records every call. */
export function watched(breaker: FleetBreaker, watch: Watch): FleetBreaker {
  const onTheWay = new Map<Pass, WatchedCall>();
  return {
    name: breaker.name,
    async admit() {
      const pass = await breaker.admit();
      const atMs = Date.now();
      if (!pass.admitted) {
        watch.refusals.push({ atMs, reason: pass.reason });
        return pass;
      }
      const { kind, generation } = pass;
      const call: WatchedCall = {
        kind,
        generation,
        fromMs: atMs,
        toMs: null,
        ok: false,
        retryAfterMs: null,
      };
      onTheWay.set(pass, call);
      watch.calls.push(call);
      const probes = watch.calls.filter((each) => each.kind === 'probe' && each.toMs === null).length;
      watch.maxProbesAtOnce = Math.max(watch.maxProbesAtOnce, probes);
      return pass;
    },
    async settle(pass, ending) {
      const call = onTheWay.get(pass);
      onTheWay.delete(pass);
      if (call) {
        call.toMs = Date.now();
        call.ok = ending.kind === 'OK';
        call.retryAfterMs = ending.kind === 'OK' ? null : ending.retryAfterMs;
      }
      await breaker.settle(pass, ending);
    },
  };
}
