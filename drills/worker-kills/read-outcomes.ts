import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';

/** How the accepted captures ended. */
export interface Outcomes {
  /** The number of all capture rows. */
  rows: number;
  lost: number;
  terminal: number;
  deadLettered: number;
  /** Captures with more than one score row or more than one set of detections. */
  doubleScored: number;
  /** Moves that occur more than once in a history. */
  repeatedMoves: number;
  /** Jobs that a worker is processing now. */
  active: number;
}

export async function readOutcomes(db: Database, accepted: string[]): Promise<Outcomes> {
  const ids = sql`(select unnest(${sql.param(accepted)}::uuid[]))`;
  const { rows } = await db.execute<Record<keyof Outcomes, string>>(sql`
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
  if (!row) throw new Error('invariant: the query returns a row');
  return Object.fromEntries(Object.entries(row).map(([name, n]) => [name, Number(n)])) as unknown as Outcomes;
}
