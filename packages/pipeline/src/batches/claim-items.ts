import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';

/** Workers that may die while they process one item. A worker's death shows when its claim lapses. */
const crashesAllowed = 6;

/**
 * Claims up to `count` waiting items of a running batch, by the database's clock. Items whose workers died too often
 * become FAILED instead, so that one capture cannot kill worker after worker.
 */
export async function claimItems(
  db: Database,
  batchId: string,
  { count, leaseSeconds }: { count: number; leaseSeconds: number },
): Promise<string[]> {
  await db.execute(sql`
    update reprocess_item set state = 'FAILED', failure = 'WORKER_CRASHED', ended_at = now(), claimed_until = null,
      message = 'The worker died ' || attempts || ' times while it worked on this capture.'
    where batch_id = ${batchId} and state = 'WAITING' and attempts >= ${crashesAllowed} and claimed_until < now()`);
  const { rows } = await db.execute<{ capture_id: string }>(sql`
    with taken as (
      select i.batch_id, i.capture_id
      from reprocess_item i join reprocess_batch b on b.id = i.batch_id
      where i.batch_id = ${batchId} and b.state = 'RUNNING'
        and i.state = 'WAITING' and (i.claimed_until is null or i.claimed_until < now())
      order by i.capture_id limit ${count} for update of i skip locked)
    update reprocess_item i
    set claimed_until = now() + make_interval(secs => ${leaseSeconds}), attempts = i.attempts + 1
    from taken where i.batch_id = taken.batch_id and i.capture_id = taken.capture_id
    returning i.capture_id`);
  return rows.map((row) => row.capture_id);
}
