import { statfs } from 'node:fs/promises';
import type { Database } from '@gondola/db';
import { namedQuery } from '../store/named-query.ts';
import type { TryLaterReason } from './problem.ts';

/** Why no new capture may come in now: it could not be worked on, or its photo not be kept. */
export interface Pressure {
  code: Exclude<TryLaterReason, 'RATE_LIMITED'>;
  message: string;
  retryAfterSeconds: number;
}

/** What keeps new captures out at this moment; null when nothing does. Cheap to ask. */
export type ReadPressure = () => Promise<Pressure | null>;

export interface PressureLimits {
  /** Of the disk that holds the objects. */
  minFreeBytes: number;
  /** Of the oldest preprocess job that could be worked on. */
  maxQueueAgeSeconds: number;
}

/** Long enough to cost nothing, short enough that what comes in meanwhile is far below the watermark. */
const readingLifetimeMs = 1_000;
/** Somebody has to make room. */
const diskRetrySeconds = 60;
/** Workers catch up by themselves. */
const queueRetrySeconds = 30;

/**
 * Watches the disk and the queue, each read at most once a second. A disk that cannot be read counts as full: a
 * promise to keep photos could not be held. Without a folder (objects in S3) only the queue is watched.
 */
export function watchPressure(db: Database, folder: string | null, limits: PressureLimits): ReadPressure {
  let reading: Promise<Pressure | null> | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (!reading || now - readAt > readingLifetimeMs) {
      readAt = now;
      reading = readDisk(folder, limits).then(async (full) => full ?? (await readQueue(db, limits)));
      // A failure is not kept: the next one asks again.
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
    freeBytes === null ? 'The disk for photos cannot be read.' : 'The disk for photos is nearly full.';
  return { code: 'DISK_FULL', message, retryAfterSeconds: diskRetrySeconds };
}

async function readQueue(db: Database, { maxQueueAgeSeconds }: PressureLimits): Promise<Pressure | null> {
  const [row] = await namedQuery<{ seconds: number | null }>(db, 'oldest_preprocess_job', oldestJob, []);
  if (row === undefined || row.seconds === null || row.seconds <= maxQueueAgeSeconds) return null;
  return {
    code: 'QUEUE_TOO_OLD',
    message: `The oldest capture has waited for ${Math.round(row.seconds)} s to be worked on.`,
    retryAfterSeconds: queueRetrySeconds,
  };
}

const oldestJob = `
  select extract(epoch from now() - min(start_after))::float8 as seconds
  from pgboss.job where name = 'preprocess' and state < 'active' and start_after <= now()`;
