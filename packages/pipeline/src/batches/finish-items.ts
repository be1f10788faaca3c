import type { ItemState, Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';

/** How an item of a batch ended. */
export interface ItemEnding {
  captureId: string;
  state: Exclude<ItemState, 'WAITING' | 'MOVED'>;
  scoreBeforeId?: string | null;
  scoreAfterId?: string | null;
  failure?: string;
  message?: string;
}

/** Writes the endings of items that `lockWaiting` has locked, in one statement. */
export async function finishItems(
  tx: Transaction,
  batchId: string,
  endings: readonly ItemEnding[],
): Promise<void> {
  if (endings.length === 0) return;
  const rows = endings.map(
    ({ captureId, state, scoreBeforeId = null, scoreAfterId = null, failure = null, message = null }) =>
      sql`(${captureId}::uuid, ${state}, ${scoreBeforeId}::uuid, ${scoreAfterId}::uuid, ${failure}, ${message})`,
  );
  await tx.execute(sql`
    update reprocess_item i
    set state = e.state, score_before_id = coalesce(e.before_id, i.score_before_id),
      score_after_id = coalesce(e.after_id, i.score_after_id), failure = e.failure, message = e.message,
      claimed_until = null, ended_at = now()
    from (values ${sql.join(rows, sql`, `)}) as e (capture_id, state, before_id, after_id, failure, message)
    where i.batch_id = ${batchId} and i.capture_id = e.capture_id`);
}

/**
 * Locks those of the items that still wait in a RUNNING batch. After another worker or a pause, fewer or none remain.
 * The lock on the batch's row makes a pause or a cancellation wait for the current writes, and no longer.
 */
export async function lockWaiting(
  tx: Transaction,
  batchId: string,
  captureIds: readonly string[],
): Promise<Set<string>> {
  const { rows: running } = await tx.execute(sql`
    select 1 from reprocess_batch where id = ${batchId} and state = 'RUNNING' for share`);
  if (running.length === 0 || captureIds.length === 0) return new Set();
  const { rows } = await tx.execute<{ capture_id: string }>(sql`
    select capture_id from reprocess_item
    where batch_id = ${batchId} and state = 'WAITING'
      and capture_id in (${sql.join(
        captureIds.map((id) => sql`${id}::uuid`),
        sql`, `,
      )})
    order by capture_id for update`);
  return new Set(rows.map((row) => row.capture_id));
}
