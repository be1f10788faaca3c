/**
 * When the pipeline gives a capture up. Crashes of a worker are counted apart from faults of our code, so that a
 * storm of kills never sets a healthy capture aside: ten crashes of the same job are the photo's doing.
 */
export const faultLimits = {
  /** Errors that our own code throws at the same step: the same input will throw again. */
  failures: 3,
  /** Times that the worker died with this job in hand. */
  crashes: 10,
} as const;
