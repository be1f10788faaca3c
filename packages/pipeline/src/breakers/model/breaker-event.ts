import type { TierFaultKind } from '../tier.ts';

/** How a call ended, as far as the provider's health goes. */
export type CallEnding =
  | { kind: 'OK' }
  | { kind: TierFaultKind; message: string; retryAfterMs: number | null };

/** What can happen to a breaker. */
export type BreakerEvent =
  /** A worker wants to be the one that probes. */
  | { kind: 'claim'; owner: string }
  /** A call that was let through while the breaker was closed has failed. `calls`: the worker's since its last report, within the window. */
  | { kind: 'failure'; generation: number; calls: number; ending: Exclude<CallEnding, { kind: 'OK' }> }
  | { kind: 'probeEnded'; generation: number; ending: CallEnding }
  /** A worker wants one of the tokens that are left while the provider throttles. */
  | { kind: 'take'; generation: number }
  | { kind: 'isolate'; actor: string; reason: string }
  | { kind: 'restore'; actor: string; reason: string };
