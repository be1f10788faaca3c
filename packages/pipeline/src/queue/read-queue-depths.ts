import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { allQueueNames } from './queue-names.ts';

export interface QueueDepth {
  name: (typeof allQueueNames)[number];
  /** Jobs that are ready to run. */
  ready: number;
  active: number;
  /** Timers and delayed retries. */
  deferred: number;
  /** Age of the oldest ready job; null when none is ready. */
  oldestSeconds: number | null;
}

/** Counts the jobs of all queues in the database, since pg-boss's own counts may be a minute old. */
export async function readQueueDepths(db: Database): Promise<QueueDepth[]> {
  const { rows } = await db.execute<{
    name: string;
    ready: string;
    active: string;
    deferred: string;
    oldest: number | null;
  }>(sql`
    select name,
      count(*) filter (where state < 'active' and start_after <= now()) as ready,
      count(*) filter (where state = 'active') as active,
      count(*) filter (where state < 'active' and start_after > now()) as deferred,
      extract(epoch from now() - min(start_after) filter (where state < 'active' and start_after <= now()))::float8 as oldest
    from pgboss.job
    where name in ${allQueueNames} and state <= 'active'
    group by name`);
  const byName = new Map(rows.map((row) => [row.name, row]));
  return allQueueNames.map((name) => {
    const row = byName.get(name);
    return {
      name,
      ready: Number(row?.ready ?? 0),
      active: Number(row?.active ?? 0),
      deferred: Number(row?.deferred ?? 0),
      oldestSeconds: row?.oldest ?? null,
    };
  });
}
