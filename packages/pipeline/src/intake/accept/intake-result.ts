import type { DeadLetterReason } from '@gondola/db';
import type { Problem, TryLaterReason } from '../problem.ts';

export type IntakeResult =
  | { outcome: 'ACCEPTED' | 'DUPLICATE' | 'CONFLICT'; captureId: string; problems: Problem[] }
  | { outcome: 'DEAD_LETTERED'; deadLetterId: string; problems: Problem[] }
  | TryLater;

/** The payload is neither stored nor dead-lettered: the device keeps it and sends it again. */
export interface TryLater {
  outcome: 'TRY_LATER';
  retryAfterSeconds: number;
  /** The first problem is the reason for the delay. */
  problems: Problem<TryLaterReason | DeadLetterReason>[];
}
