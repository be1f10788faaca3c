import { statfs } from 'node:fs/promises';
import { type Database, namedQuery } from '@gondola/db';
import type { TryLaterReason } from '../problem.ts';

/**
 * The reason why intake defers new captures: no worker could process them, or the disk could not store their photos.
 */
export interface Pressure {
  code: Extract<TryLaterReason, 'QUEUE_TOO_OLD' | 'DISK_FULL'>;
  message: string;
  retryAfterSeconds: number;
}

/** Returns the current reason to defer new captures; null when there is none. Cheap to call. */
export type ReadPressure = () => Promise<Pressure | null>;

export interface PressureLimits {
  /** Minimum free space on the disk that holds the objects. */
  minFreeBytes: number;
  /** Maximum age of the oldest preprocess job that is ready. */
  maxQueueAgeSeconds: number;
}

/** Long enough to cost nothing; short enough that captures accepted meanwhile stay far below the watermark. */
const readingLifetimeMs = 1_000;
/** A person has to free disk space. */
const diskRetrySeconds = 60;
/** Workers reduce the queue without help. */
const queueRetrySeconds = 30;

/**
 * Returns a reader of the disk and the queue that measures each at most once a second. A disk that cannot be read
 * counts as full, because photos might not be stored on it. Without a folder (objects in S3) only the queue is
 * measured.
 */
export function watchPressure(db: Database, folder: string | null, limits: PressureLimits): ReadPressure {
  let reading: Promise<Pressure | null> | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (!reading || now - readAt > readingLifetimeMs) {
      readAt = now;
      reading = readDisk(folder, limits).then(async (full) => full ?? (await readQueue(db, limits)));
      // A failed reading is not cached: the next call measures again.
      reading.catch(() => {
        readAt = Number.NEGATIVE_INFINITY;
      });
    }
    return reading;
  };
}

async function readDisk(folder: string | null, { minFreeBytes }: PressureLimits): Promise<Pressure | null> {
  if (folder === null) return null;
  const freeBytes = await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );
  if (freeBytes !== null && freeBytes >= minFreeBytes) return null;
  const message =
    freeBytes === null
      ? 'The disk for photos cannot be read.'
      : `The disk for photos is nearly full: less than ${Math.round(minFreeBytes / 1_000_000)} MB are free (INTAKE_MIN_FREE_MB).`;
  return { code: 'DISK_FULL', message, retryAfterSeconds: diskRetrySeconds };
}

async function readQueue(db: Database, { maxQueueAgeSeconds }: PressureLimits): Promise<Pressure | null> {
  const [row] = await namedQuery<{ seconds: number | null }>(db, 'oldest_preprocess_job', oldestJob, []);
  if (row === undefined || row.seconds === null || row.seconds <= maxQueueAgeSeconds) return null;
  return {
    code: 'QUEUE_TOO_OLD',
    message: `The oldest capture has waited for ${Math.round(row.seconds)} s to be processed.`,
    retryAfterSeconds: queueRetrySeconds,
  };
}

const oldestJob = `
  select extract(epoch from now() - min(start_after))::float8 as seconds
  from pgboss.job where name = 'preprocess' and state < 'active' and start_after <= now()`;
