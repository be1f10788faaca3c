/** The longest wait: by the next day the shelf is another one. */
const longestDelaySeconds = 86_400;

/**
 * How long a substandard photo waits for its next look: exponential (1, 4, 16 minutes with the default base of one
 * minute), with up to 20 % of jitter either way so that a store's batch does not come back as one.
 *
 * @param looks looks taken so far.
 * @param random 0..1.
 */
export const retryDelaySeconds = (baseDelaySeconds: number, looks: number, random: number): number =>
  Math.min(baseDelaySeconds * 4 ** looks, longestDelaySeconds) * (0.8 + 0.4 * random);
