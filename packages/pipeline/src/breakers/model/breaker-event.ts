import type { TierFaultKind } from '../../tier-fault-kind.ts';

/** The ending of a call, as far as it concerns the provider's health. */
export type CallEnding =
  | { kind: 'OK' }
  | { kind: TierFaultKind; message: string; retryAfterMs: number | null };

/** Events that change a breaker. */
export type BreakerEvent =
  /** A worker requests the probe lease. */
  | { kind: 'claim'; owner: string }
  /** A call that was let through while the breaker was closed has failed. `calls`: the worker's since its last report, within the window. */
  | { kind: 'failure'; generation: number; calls: number; ending: Exclude<CallEnding, { kind: 'OK' }> }
  | { kind: 'probeEnded'; generation: number; ending: CallEnding }
  /** A worker requests a token while the provider throttles. */
  | { kind: 'take'; generation: number }
  | { kind: 'isolate'; actor: string; reason: string }
  | { kind: 'restore'; actor: string; reason: string };
