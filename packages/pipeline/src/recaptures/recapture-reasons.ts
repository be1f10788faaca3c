import { type DeadLetterReason, type RecaptureReason, recaptureReasons } from '@gondola/db';

/** The reason for which a new photo is asked when a capture was set aside; null when a new photo mends nothing. */
export const mendableReason = (reason: DeadLetterReason): RecaptureReason | null =>
  recaptureReasons.find((known) => known === reason) ?? null;
