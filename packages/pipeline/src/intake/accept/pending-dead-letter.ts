import type { RejectedPayload } from './received-payload.ts';

/** A rejected payload before it is stored. */
export interface PendingDeadLetter {
  rejected: RejectedPayload;
  rawPayload: string;
  payloadSha256: string;
  /** Store and payload as one text. */
  identity: string;
}
