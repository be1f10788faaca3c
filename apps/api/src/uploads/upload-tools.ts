import type { Database } from '@gondola/db';
import type { ObjectStore } from '@gondola/pipeline/objects';
import type { Partials } from '@gondola/pipeline/partials';
import type { CaptureQueue } from '@gondola/pipeline/queue';
import type { Log } from '@gondola/pipeline/telemetry';
import type { UploadLocks } from './upload-locks.ts';
import type { UploadTokens } from './upload-token.ts';

/** What taking photos in needs besides the process' other tools. */
export interface Uploads {
  tokens: UploadTokens;
  locks: UploadLocks;
  partials: Partials;
  /** Bytes that a store may have announced and not finished. */
  unfinishedBytesPerStore: number;
}

/** The tools of the process that uploads use. */
export interface UploadTools {
  db: Database;
  objects: ObjectStore;
  queue: CaptureQueue;
  uploads: Uploads;
  log: Log;
}
