import { setTimeout as sleep } from 'node:timers/promises';
import { type BatchState, type Database, reprocessBatch } from '@gondola/db';
import { readProgress } from '@gondola/pipeline/batches';
import { eq, sql } from 'drizzle-orm';

export interface WatchedBatch {
  state: BatchState;
  ended: number;
  total: number;
}

export async function readBatch(db: Database, id: string): Promise<WatchedBatch> {
  const [row] = await db.select().from(reprocessBatch).where(eq(reprocessBatch.id, id));
  const progress = (await readProgress(db, [id])).get(id);
  if (!row || !progress) throw new Error(`batch ${id} is missing`);
  return { state: row.state, ended: progress.ended, total: row.total };
}

/** Waits until the batch meets the condition; returns false after the time limit. */
export async function waitUntil(
  db: Database,
  id: string,
  wanted: (batch: WatchedBatch) => boolean,
  { seconds, meanwhile }: { seconds: number; meanwhile?: (batch: WatchedBatch) => Promise<void> },
): Promise<boolean> {
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    const batch = await readBatch(db, id);
    if (wanted(batch)) return true;
    await meanwhile?.(batch);
    await sleep(200);
  }
  return false;
}

/** Longer than the 5 s that a pause may take, so that later ends are seen as well. */
const watchedMs = 7_000;

/** Returns the seconds from now until the last item that still ended. Watches longer than a pause may take. */
export async function secondsUntilStill(db: Database, id: string): Promise<number> {
  const started = performance.now();
  let last = await readBatch(db, id);
  let lastChange = 0;
  while (performance.now() - started < watchedMs) {
    await sleep(200);
    const batch = await readBatch(db, id);
    if (batch.ended !== last.ended) lastChange = (performance.now() - started) / 1000;
    last = batch;
  }
  return lastChange;
}

/** Maximum items that one worker claims at once. */
const itemsOfOneWorker = 20;

/**
 * Releases items of running workers, as when the claim of a stalled worker lapses: the other worker takes them at once.
 * Returns the number of items.
 */
export async function lapseItems(db: Database, id: string): Promise<number> {
  const { rowCount } = await db.execute(sql`
    update reprocess_item set claimed_until = now() - interval '1 second'
    where batch_id = ${id} and state = 'WAITING' and claimed_until > now()
      and (select count(*) from reprocess_item i
        where i.batch_id = ${id} and i.state = 'WAITING' and i.claimed_until > now()) > ${itemsOfOneWorker}`);
  return rowCount ?? 0;
}

/** Ends every claim on waiting items of the batch now, as the database's clock does a minute after the claim. */
export async function endClaims(db: Database, id: string): Promise<void> {
  await db.execute(sql`
    update reprocess_item set claimed_until = now() - interval '1 second'
    where batch_id = ${id} and state = 'WAITING' and claimed_until > now()`);
}
