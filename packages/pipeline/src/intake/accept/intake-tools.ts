import type { Database } from '@gondola/db';
import type { CaptureQueue } from '../../queue/capture-queue.ts';
import type { ReadPressure } from './backpressure.ts';

export interface IntakeTools {
  db: Database;
  queue: CaptureQueue;
  /** Reads the current reason to defer new captures; without it, only device quotas defer them. */
  readPressure?: ReadPressure;
}

/** The authenticated device; the store comes from its key, never from a payload. */
export interface SubmittingDevice {
  deviceKeyId: string;
  storeId: string;
  storeCode: string;
}
