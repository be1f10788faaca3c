/** A provider that asks for more than a day has a wrong clock: it is asked again then. */
const longestMs = 24 * 60 * 60_000;

/** What a Retry-After header (RFC 9110: seconds, or a date) asks for, in milliseconds from now; null without one. */
export function retryAfterMs(
  header: string | string[] | undefined,
  nowMs: number = Date.now(),
): number | null {
  if (typeof header !== 'string') return null;
  const text = header.trim();
  const ms = /^\d+$/.test(text)
    ? Number(text) * 1000
    : /[A-Za-z]/.test(text)
      ? Date.parse(text) - nowMs
      : NaN;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), longestMs);
}

/** A protobuf duration as JSON writes it ("3.5s"), in milliseconds; null when it is none. */
export function durationMs(text: string): number | null {
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(text.trim())?.[1];
  return seconds === undefined ? null : Math.min(Number(seconds) * 1000, longestMs);
}
