import type { DeadLetterReason } from '@gondola/db';

/** What is wrong with a payload: where, by which rule, and in plain words. */
export interface Problem {
  /** A path such as `$.timestamp`. */
  path: string;
  code: DeadLetterReason;
  message: string;
}
