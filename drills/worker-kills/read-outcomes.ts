import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';

/** What became of the accepted captures. */
export interface Story {
  /** All capture rows there are. */
  rows: number;
  lost: number;
  terminal: number;
  deadLettered: number;
  /** Captures with more than one score row or more than one set of detections. */
  doubleScored: number;
  /** Moves that stand more than once in a history. */
  repeatedMoves: number;
  /** Jobs in a worker's hands at this moment. */
  active: number;
}

export async function readStory(db: Database, accepted: string[]): Promise<Story> {
  const ids = sql`(select unnest(${sql.param(accepted)}::uuid[]))`;
  const { rows } = await db.execute<Record<keyof Story, string>>(sql`
    select
      (select count(*) from capture) as "rows",
      (select count(*) from ${ids} a(id) where not exists (select from capture c where c.id = a.id)) as "lost",
      (select count(*) from capture where id in ${ids} and state in ('SCORED', 'ARCHIVED', 'DEAD_LETTERED')) as "terminal",
      (select count(*) from capture where id in ${ids} and state = 'DEAD_LETTERED') as "deadLettered",
      (select count(*) from (
        select capture_id from score group by capture_id having count(*) > 1
        union select capture_id from detection_set group by capture_id having count(*) > 1) d) as "doubleScored",
      (select count(*) from (
        select from capture_event group by capture_id, from_state, to_state having count(*) > 1) r) as "repeatedMoves",
      (select count(*) from pgboss.job where state = 'active') as "active"`);
  const row = rows[0];
  if (!row) throw new Error('no story');
  return Object.fromEntries(Object.entries(row).map(([name, n]) => [name, Number(n)])) as unknown as Story;
}
