import { type DeadLetterReason, type RecaptureReason, recaptureReasons } from '@gondola/db';

/** Returns the reason of a recapture request for a dead letter; null when a new photo cannot fix it. */
export const recaptureReasonOf = (reason: DeadLetterReason): RecaptureReason | null =>
  recaptureReasons.find((known) => known === reason) ?? null;
