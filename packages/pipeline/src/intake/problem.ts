import type { DeadLetterReason } from '@gondola/db';

/** What is wrong with a payload: where, by which rule, and in plain words. */
export interface Problem<Code extends string = DeadLetterReason> {
  /** A path such as `$.device.mac`; `pointerOf` makes the pointer of it that a patch needs. */
  path: string;
  code: Code;
  message: string;
}

/** Why a payload has to wait outside for now. */
export type TryLaterReason = 'RATE_LIMITED' | 'QUEUE_TOO_OLD' | 'DISK_FULL';
