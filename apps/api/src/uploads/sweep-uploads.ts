import { upload } from '@gondola/db';
import type { Log } from '@gondola/pipeline/telemetry';
import { and, asc, inArray, isNull, sql } from 'drizzle-orm';
import { type FinishTools, finishUpload } from './finish-upload.ts';
import type { UploadLocks } from './upload-locks.ts';
import { discardUpload } from './upload-rows.ts';

export interface Sweep {
  /** Uploads whose last byte had come and that nobody had accepted. */
  completed: number;
  expired: number;
  /** Bytes of uploads that need them no more. */
  leftovers: number;
}

/** What one sweep ends at most, so that it never keeps the process busy for long; the next one goes on. */
const mostAtOnce = 500;

type SweepTools = FinishTools & { locks: UploadLocks; log: Pick<Log, 'warn'> };

/**
 * Ends what was left half-done: by devices that never came back, and by processes that died. Any number of processes
 * may sweep at once; an upload that is in somebody's hands is left alone.
 */
export async function sweepUploads(tools: SweepTools): Promise<Sweep> {
  const sweep: Sweep = { completed: 0, expired: 0, leftovers: 0 };
  for await (const ids of inBatches(tools.partials.list(), 100)) {
    await sweepPartials(tools, ids, sweep);
    if (sweep.completed + sweep.leftovers >= mostAtOnce) break;
  }
  await sweepExpired(tools, sweep);
  return sweep;
}

async function sweepPartials(tools: SweepTools, ids: string[], sweep: Sweep): Promise<void> {
  const { db, partials, locks, log } = tools;
  const rows = await db
    .select({ id: upload.id, byteLength: upload.expectedByteLength })
    .from(upload)
    .where(and(inArray(upload.id, ids), isNull(upload.completedAt), isNull(upload.discardedAt)));
  const unfinished = new Map(rows.map((row) => [row.id, row.byteLength]));
  for (const id of ids) {
    if (!unfinished.has(id)) {
      // Nobody may write to it any more: its row has ended for good, or was never there.
      await locks.holdIfFree(id, () => partials.remove(id));
      sweep.leftovers += 1;
    } else if ((await partials.size(id)) === unfinished.get(id)) {
      const finish = await locks
        .holdIfFree(id, () => finishUpload(tools, id))
        .catch((err: unknown) => void log.warn({ err, uploadId: id }, 'a full upload could not be accepted'));
      if (finish === 'COMPLETED') sweep.completed += 1;
    }
  }
}

async function sweepExpired({ db, partials, locks }: SweepTools, sweep: Sweep): Promise<void> {
  const rows = await db
    .select({ id: upload.id })
    .from(upload)
    .where(and(isNull(upload.completedAt), isNull(upload.discardedAt), sql`${upload.expiresAt} <= now()`))
    .orderBy(asc(upload.expiresAt))
    .limit(mostAtOnce);
  for (const { id } of rows)
    await locks.holdIfFree(id, async () => {
      // The row first: bytes without a row are found by the next sweep, a row without bytes would promise them.
      if (await discardUpload(db, id)) sweep.expired += 1;
      await partials.remove(id);
    });
}

async function* inBatches(names: AsyncIterable<string>, count: number): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const name of names) {
    batch.push(name);
    if (batch.length < count) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
