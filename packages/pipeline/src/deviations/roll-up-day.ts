import type { Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { assessedCaptures } from './assessed-captures.ts';
import { startOf } from './start-of.ts';

/**
 * Writes the level of each bay on a day that is over: the median of its captures, for the whole bay and for each category.
 * Of two middle values the better one counts: one bad photo of two is no fall.
 * Captures that were received before the eve of the day are left out: an old photo that is scored again says nothing about
 * the shelf of that day. Returns the number of rows.
 */
export async function rollUpDay(tx: Transaction, day: string): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    with assessed as materialized (
      select * from (${assessedCaptures(startOf(day), startOf(day, 1))}) a
      where a.received_at >= ${startOf(day, -1)} and a.unknown_share is not null),
    -- The formula of the score, over the positions of one category.
    part as (
      select a.bay_id, a.version_id, p.category,
        sum(pos.facings_horizontal * (one ->> 'credit')::float8) / sum(pos.facings_horizontal) as score,
        avg(((one ->> 'verdict') = 'UNKNOWN_PRODUCT')::int::float8) as unknown_share
      from assessed a
      join score_findings f on f.score_id = a.current_score_id
      cross join lateral json_array_elements(f.findings) one
      join planogram_position pos on pos.version_id = a.version_id and pos.position_id = one ->> 'positionId'
      join product p on p.id = pos.product_id
      where one ->> 'credit' is not null and p.category <> ''
      group by a.id, a.bay_id, a.version_id, p.category)
    insert into bay_day (bay_id, day, version_id, category, captures, score, unknown_share)
    select bay_id, ${day}::date, version_id, category, count(*),
      percentile_disc(0.5) within group (order by score desc), percentile_disc(0.5) within group (order by unknown_share)
    from (
      select bay_id, version_id, '' as category, score, unknown_share from assessed
      union all select bay_id, version_id, category, score, unknown_share from part) level
    group by bay_id, version_id, category
    on conflict do nothing`);
  return rowCount ?? 0;
}
