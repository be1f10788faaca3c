import { readRetryAfterMs } from '../../retry-after.ts';

/** A provider that asks for more than a day has a wrong clock: it is asked again then. */
const maxMs = 24 * 60 * 60_000;

/** Returns how long a provider's Retry-After header asks to wait, in milliseconds from now; null without one. */
export function retryAfterMs(
  header: string | string[] | undefined,
  nowMs: number = Date.now(),
): number | null {
  const ms = readRetryAfterMs(header, nowMs);
  return ms === null ? null : Math.min(ms, maxMs);
}

/** Reads a protobuf duration as JSON writes it ("3.5s"), in milliseconds; null when the text is none. */
export function durationMs(text: string): number | null {
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(text.trim())?.[1];
  return seconds === undefined ? null : Math.min(Number(seconds) * 1000, maxMs);
}
