import type { Database, Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { advanceWithin } from '../runner/advance.ts';
import { readRetentionPolicy } from './retention-policy.ts';

/** Captures of one transaction: locks stay short, and a crash costs at most one chunk, which is then repeated. */
const chunkSize = 200;
/**
 * Chunks of one run. One run a minute archives some 100,000 captures an hour, several times the load of a large chain.
 */
const chunksPerRun = 10;
/** The actor of archiving in rows that name people. */
export const archivist = 'archive';

/**
 * Archives SCORED captures whose review period is over by the database's clock, the longest waiting first. Captures
 * that are locked now, or that belong to an unfinished batch, wait for a later run. Returns the number of archived
 * captures.
 */
export async function archiveDue(
  { db, queue }: { db: Database; queue: CaptureQueue },
  signal?: AbortSignal,
): Promise<number> {
  const { reviewDays } = await readRetentionPolicy(db);
  let archived = 0;
  for (let chunk = 0; chunk < chunksPerRun && !signal?.aborted; chunk += 1) {
    const moved = await db.transaction((tx) => archiveChunk(tx, queue, reviewDays));
    archived += moved;
    if (moved < chunkSize) break;
  }
  return archived;
}

async function archiveChunk(tx: Transaction, queue: CaptureQueue, reviewDays: number): Promise<number> {
  const { rows } = await tx.execute<{ id: string; revision: number }>(sql`
    select c.id, c.revision from capture c
    where c.state = 'SCORED' and c.scored_at < now() - make_interval(days => ${reviewDays}::int)
      and not exists (
        select from reprocess_item i join reprocess_batch b on b.id = i.batch_id
        where i.capture_id = c.id and (i.state in ('WAITING', 'MOVED')
          or (i.state = 'DONE' and b.state in ('EXPANDING', 'RUNNING', 'PAUSED', 'DONE', 'PUBLISHING'))))
    order by c.scored_at, c.id
    limit ${chunkSize}
    for update of c skip locked`);
  let moved = 0;
  for (const { id, revision } of rows) {
    const did = await advanceWithin(
      tx,
      queue,
      { id, state: 'SCORED', revision },
      {
        to: 'ARCHIVED',
        reason: 'REVIEW_OVER',
        facts: { reviewDays },
        actor: archivist,
        write: async () => ({ archivedAt: sql`now()` as unknown as Date }),
      },
    );
    if (did) moved += 1;
  }
  return moved;
}
