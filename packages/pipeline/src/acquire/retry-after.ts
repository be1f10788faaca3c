/** A server that wants to be left alone for longer has no say over our queue: it is asked again after this. */
const longestSeconds = 15 * 60;

/** What a Retry-After header (RFC 9110: seconds, or a date) says, as seconds from now, at least 1; null without one. */
export function retryAfterSeconds(
  header: string | string[] | undefined,
  nowMs: number = Date.now(),
): number | null {
  if (typeof header !== 'string') return null;
  const text = header.trim();
  const isSeconds = /^\d+$/.test(text);
  // Date.parse takes "-5" for a date as well; those of HTTP begin with the day of the week.
  if (!isSeconds && !/^[A-Z][a-z]+,/.test(text)) return null;
  const seconds = isSeconds ? Number(text) : Math.ceil((Date.parse(text) - nowMs) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 1), longestSeconds);
}
