/** By the next day the shelf has changed. */
const maxDelaySeconds = 86_400;

/**
 * Returns how long a substandard photo waits for its next attempt. The delay is exponential: 1, 4, 16 minutes with the
 * default base of one minute. Up to 20 % of jitter either way spreads the retries of a store.
 *
 * @param attempts attempts so far.
 * @param random 0..1.
 */
export const retryDelaySeconds = (baseDelaySeconds: number, attempts: number, random: number): number =>
  Math.min(baseDelaySeconds * 4 ** attempts, maxDelaySeconds) * (0.8 + 0.4 * random);
