import { setTimeout as sleep } from 'node:timers/promises';
import { type BatchState, type Database, reprocessBatch } from '@gondola/db';
import { readProgress } from '@gondola/pipeline/reprocess';
import { eq, sql } from 'drizzle-orm';

export interface Standing {
  state: BatchState;
  ended: number;
  total: number;
}

export async function readBatch(db: Database, id: string): Promise<Standing> {
  const [batch] = await db.select().from(reprocessBatch).where(eq(reprocessBatch.id, id));
  const progress = (await readProgress(db, [id])).get(id);
  if (!batch || !progress) throw new Error(`batch ${id} is not there`);
  return { state: batch.state, ended: progress.ended, total: batch.total };
}

/** Watches until the batch is as wanted; false when the patience ends first. */
export async function waitUntil(
  db: Database,
  id: string,
  wanted: (standing: Standing) => boolean,
  { seconds, meanwhile }: { seconds: number; meanwhile?: (standing: Standing) => Promise<void> },
): Promise<boolean> {
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    const standing = await readBatch(db, id);
    if (wanted(standing)) return true;
    await meanwhile?.(standing);
    await sleep(200);
  }
  return false;
}

/** Seconds from now until the last item that still came to an end; looked at for ten seconds. */
export async function secondsUntilStill(db: Database, id: string): Promise<number> {
  const started = performance.now();
  let last = await readBatch(db, id);
  let lastChange = 0;
  while (performance.now() - started < 10_000) {
    await sleep(200);
    const standing = await readBatch(db, id);
    if (standing.ended !== last.ended) lastChange = (performance.now() - started) / 1000;
    last = standing;
  }
  return lastChange;
}

/** Gives items back while a worker has them in hand, as a stalled worker's claim lapses. Answers how many. */
export async function lapseItems(db: Database, id: string): Promise<number> {
  const { rowCount } = await db.execute(sql`
    update reprocess_item set claimed_until = now() - interval '1 second'
    where batch_id = ${id} and state = 'WAITING' and claimed_until > now()`);
  return rowCount ?? 0;
}
