/** Every HTTP date format begins with a weekday. `Date.parse` alone also accepts "-5" as a date. */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /;

/**
 * Reads a Retry-After header (RFC 9110, 10.2.3: seconds, or a date) as milliseconds from now, never negative. Returns
 * null when the header is absent or malformed. Each caller sets the bounds that suit its server.
 */
export function readRetryAfterMs(
  header: string | string[] | undefined,
  nowMs: number = Date.now(),
): number | null {
  if (typeof header !== 'string') return null;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const ms = httpDate.test(text) ? Date.parse(text) - nowMs : Number.NaN;
  return Number.isNaN(ms) ? null : Math.max(ms, 0);
}
