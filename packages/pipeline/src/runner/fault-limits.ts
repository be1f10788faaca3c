/**
 * Limits after which a capture is dead-lettered. Crashes of a worker are counted apart from failures of our code, so
 * that repeated kills of workers never dead-letter a healthy capture. Ten crashes with the same job are attributed to
 * the photo.
 */
export const faultLimits = {
  /** Errors that our own code throws at the same step: the same input will fail again. */
  failures: 3,
  /** Number of times that a worker died while it processed this job. */
  crashes: 10,
} as const;
