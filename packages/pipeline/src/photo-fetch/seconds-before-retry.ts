import { readRetryAfterMs } from '../retry-after.ts';

/** Upper limit, so that a server cannot delay our queue for longer. */
const maxSeconds = 15 * 60;

/** Returns the Retry-After of a photo server in whole seconds from 1 to 900; null without one. */
export function secondsBeforeRetry(
  header: string | string[] | undefined,
  nowMs: number = Date.now(),
): number | null {
  const ms = readRetryAfterMs(header, nowMs);
  return ms === null ? null : Math.min(Math.max(Math.ceil(ms / 1000), 1), maxSeconds);
}
