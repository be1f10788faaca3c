import type { BreakerRow } from './breaker-state.ts';

/** Minimum rate: below it the provider would serve fewer than one capture in ten. */
const minRatePerSecond = 0.1;
/** Assumed rate when the fleet's rate before the first 429 is unknown. */
const firstGuessPerSecond = 2;
/** The rate doubles after this long without a 429. */
const doublesInSeconds = 30;
/** No fleet calls faster than this; the bucket is removed. */
const unlimitedPerSecond = 100;
/** Maximum tokens saved while idle; more would allow a burst. */
const maxTokens = 2;

/** Halves the rate after a 429 without Retry-After. */
export function cutRate(row: BreakerRow, now: number): BreakerRow {
  const seconds = row.windowStartedAt === null ? 0 : (now - row.windowStartedAt) / 1000;
  const called = seconds >= 1 ? row.calls / seconds : firstGuessPerSecond;
  const rate = Math.max(minRatePerSecond, (row.ratePerSecond ?? called) / 2);
  return { ...row, ratePerSecond: rate, tokens: 0, tokensAt: now };
}

/** Takes one token for one call. The rate recovers over time; without a rate every call is granted. */
export function takeToken(row: BreakerRow, now: number): { row: BreakerRow; granted: boolean } {
  if (row.ratePerSecond === null) return { row, granted: true };
  const seconds = Math.max(0, now - (row.tokensAt ?? now)) / 1000;
  const ratePerSecond = row.ratePerSecond * 2 ** (seconds / doublesInSeconds);
  if (ratePerSecond >= unlimitedPerSecond)
    return { row: { ...row, ratePerSecond: null, tokens: null, tokensAt: null }, granted: true };
  const filled = Math.min(maxTokens, (row.tokens ?? 0) + seconds * row.ratePerSecond);
  const granted = filled >= 1;
  return {
    row: { ...row, ratePerSecond, tokens: filled - (granted ? 1 : 0), tokensAt: now },
    granted,
  };
}
