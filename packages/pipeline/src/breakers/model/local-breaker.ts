import type { CallEnding } from './breaker-event.ts';
import { type BreakerPolicy, waitSeconds } from './breaker-policy.ts';

/** The breaker of one process, used while the shared state is unreachable. */
export interface LocalBreaker {
  admits(nowMs: number): boolean;
  record(ending: CallEnding, nowMs: number): void;
}

/** Creates a breaker that opens after as many consecutive failures as the shared one and waits as long. `nowMs` is monotonic. */
export function createLocalBreaker(policy: BreakerPolicy, random: () => number): LocalBreaker {
  let failures = 0;
  let openings = 0;
  let openUntilMs = 0;
  return {
    admits: (nowMs) => nowMs >= openUntilMs,
    record(ending, nowMs) {
      if (ending.kind === 'ABORTED') return;
      if (ending.kind === 'OK' || ending.kind === 'PERMANENT_INPUT') {
        failures = 0;
        openings = 0;
        return;
      }
      failures += 1;
      if (failures < policy.failuresToOpen && ending.retryAfterMs === null) return;
      openings += 1;
      const waitMs = waitSeconds(policy, openings, random()) * 1000;
      openUntilMs = nowMs + Math.max(waitMs, ending.retryAfterMs ?? 0);
      // The first call after the wait is the probe: one more failure opens the breaker again.
      failures = policy.failuresToOpen - 1;
    },
  };
}
