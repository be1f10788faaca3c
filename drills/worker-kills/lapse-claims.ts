import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';

/**
 * Returns jobs to their queues while a worker still processes them, as the queue does when a stalled worker misses its
 * heartbeat. Two workers then do the same work at once. Inference takes long enough for the second to begin before the
 * first ends. Returns the number of jobs.
 */
export async function lapseClaims(db: Database): Promise<number> {
  const { rows } = await db.execute(sql`
    update pgboss.job set state = 'retry', start_after = now(), started_on = null, heartbeat_on = null
    where id in (
      select id from pgboss.job where name = 'infer' and state = 'active' and retry_count < 3
      order by started_on desc limit 2)
    returning id`);
  return rows.length;
}
