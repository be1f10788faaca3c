import type { DeadLetterReason } from '@gondola/db';

/** A problem of a payload: its location, the violated rule, and a message for people. */
export interface Problem<Code extends string = DeadLetterReason> {
  /** A path such as `$.device.mac`; `pointerOf` turns it into the pointer that a patch needs. */
  path: string;
  code: Code;
  message: string;
}

/** The reason why a payload has to wait before intake accepts it. */
export type TryLaterReason = 'RATE_LIMITED' | 'QUEUE_TOO_OLD' | 'DISK_FULL' | 'INTAKE_BUSY';
