import type { CallEnding } from './breaker-event.ts';
import { type BreakerPolicy, waitSeconds } from './policy.ts';

/** One process' own judgement, for as long as the fleet's is out of reach. */
export interface LocalBreaker {
  admits(nowMs: number): boolean;
  note(ending: CallEnding, nowMs: number): void;
}

/** Opens after as many failures in a row as the fleet's, and waits as the fleet's does. `nowMs` is monotonic. */
export function createLocalBreaker(policy: BreakerPolicy, random: () => number): LocalBreaker {
  let failures = 0;
  let openings = 0;
  let closedUntilMs = 0;
  return {
    admits: (nowMs) => nowMs >= closedUntilMs,
    note(ending, nowMs) {
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
      closedUntilMs = nowMs + Math.max(waitMs, ending.retryAfterMs ?? 0);
      // The first call after the wait is the probe: one more failure closes it again.
      failures = policy.failuresToOpen - 1;
    },
  };
}
