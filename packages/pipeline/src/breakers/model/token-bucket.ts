import type { BreakerRow } from './breaker-row.ts';

/** A provider that takes less than this is not worth asking for one capture in ten. */
const leastRatePerSecond = 0.1;
/** Where there is no telling how fast the fleet called before the first 429. */
const firstGuessPerSecond = 2;
/** Left alone by 429s for so long, the rate doubles. */
const doublesInSeconds = 30;
/** No fleet of ours calls faster: the bucket is taken away. */
const unlimitedPerSecond = 100;
/** Calls saved up while nobody asked; more would be a burst. */
const mostTokens = 2;

/** After a 429 without Retry-After: half of the rate at which the fleet called. */
export function cutRate(row: BreakerRow, now: number): BreakerRow {
  const seconds = row.windowStartedAt === null ? 0 : (now - row.windowStartedAt) / 1000;
  const called = seconds >= 1 ? row.calls / seconds : firstGuessPerSecond;
  const rate = Math.max(leastRatePerSecond, (row.ratePerSecond ?? called) / 2);
  return { ...row, ratePerSecond: rate, tokens: 0, tokensAt: now };
}

/** One token for one call. The rate grows back by itself; while there is none, every call is granted. */
export function takeToken(row: BreakerRow, now: number): { row: BreakerRow; granted: boolean } {
  if (row.ratePerSecond === null) return { row, granted: true };
  const seconds = Math.max(0, now - (row.tokensAt ?? now)) / 1000;
  const ratePerSecond = row.ratePerSecond * 2 ** (seconds / doublesInSeconds);
  if (ratePerSecond >= unlimitedPerSecond)
    return { row: { ...row, ratePerSecond: null, tokens: null, tokensAt: null }, granted: true };
  const filled = Math.min(mostTokens, (row.tokens ?? 0) + seconds * row.ratePerSecond);
  const granted = filled >= 1;
  return {
    row: { ...row, ratePerSecond, tokens: filled - (granted ? 1 : 0), tokensAt: now },
    granted,
  };
}
