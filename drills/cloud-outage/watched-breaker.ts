import type { FleetBreaker, Pass } from '@gondola/pipeline/ladder';

/** A call that a breaker let through. Times are Unix milliseconds. */
export interface WatchedCall {
  kind: Pass['kind'];
  generation: number;
  fromMs: number;
  /** Null while it is on its way. */
  toMs: number | null;
  ok: boolean;
  /** What the provider asked for with its answer. */
  retryAfterMs: number | null;
}

/** What the breakers of a whole fleet were asked and answered. */
export interface Watch {
  calls: WatchedCall[];
  /** When calls were refused, and why. */
  refusals: { atMs: number; reason: string }[];
  /** The most probes that were on their way at once. */
  mostProbesAtOnce: number;
}

export const newWatch = (): Watch => ({ calls: [], refusals: [], mostProbesAtOnce: 0 });

/** The same breaker; the watch hears of everything. */
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
      watch.mostProbesAtOnce = Math.max(watch.mostProbesAtOnce, probes);
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
