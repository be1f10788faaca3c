import { setTimeout as wait } from 'node:timers/promises';

/** An error that justifies a retry: the network failed, or the server is busy or broken. */
export class RetryableError extends Error {
  override readonly name = 'RetryableError';
  readonly retryAfterMs: number | null;
  constructor(message: string, options: { retryAfterMs?: number | null; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

export interface RetryPolicy {
  /** Attempts in all. */
  tries: number;
  firstPauseMs: number;
  maxPauseMs: number;
}

/** A store device retries until its photo is submitted; the simulator gives up after some ten minutes. */
export const deviceRetryPolicy: RetryPolicy = { tries: 25, firstPauseMs: 250, maxPauseMs: 30_000 };

/** Runs `attempt` until it does not throw RetryableError, with growing pauses that differ from device to device. */
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
      if (!(fault instanceof RetryableError) || tried >= policy.tries) throw fault;
      const grown = Math.min(policy.maxPauseMs, policy.firstPauseMs * 2 ** (tried - 1));
      // Half fixed, half random: devices that failed together do not retry together.
      const pauseMs = Math.max(fault.retryAfterMs ?? 0, grown * (0.5 + 0.5 * chance()));
      await wait(pauseMs, undefined, { signal });
    }
  }
}
