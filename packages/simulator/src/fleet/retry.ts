import { setTimeout as wait } from 'node:timers/promises';

/** Worth another try: the network failed, or the server said that it is busy or broken. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
  readonly retryAfterMs: number | null;
  constructor(message: string, options: { retryAfterMs?: number | null; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

export interface RetryPolicy {
  /** Tries in all; a store device goes on for hours, a test does not. */
  tries: number;
  firstPauseMs: number;
  longestPauseMs: number;
}

/** A store device keeps its photo until it is handed in: some ten minutes of trying before it is given up here. */
export const devicePatience: RetryPolicy = { tries: 25, firstPauseMs: 250, longestPauseMs: 30_000 };

/** Runs `attempt` until it does not throw TryAgain, with growing pauses that differ from device to device. */
export async function retry<T>(
  attempt: () => Promise<T>,
  policy: RetryPolicy,
  signal: AbortSignal,
  chance: () => number = Math.random,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (fault) {
      if (!(fault instanceof TryAgain) || tried >= policy.tries) throw fault;
      const grown = Math.min(policy.longestPauseMs, policy.firstPauseMs * 2 ** (tried - 1));
      // Half fixed, half random: devices that failed together do not come back together.
      const pauseMs = Math.max(fault.retryAfterMs ?? 0, grown * (0.5 + 0.5 * chance()));
      await wait(pauseMs, undefined, { signal });
    }
  }
}
