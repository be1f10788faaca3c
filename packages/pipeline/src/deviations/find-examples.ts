import type { Transaction } from '@gondola/db';
import { type SQL, sql } from 'drizzle-orm';
import { assessedCaptures } from './assessed-captures.ts';
import { deviationLimits } from './deviation-limits.ts';
import type { LevelMeasure } from './measure-levels.ts';

/** Finds captures that show a fall: first the worst one of each bay, then further ones. */
export async function findExamples(
  tx: Transaction,
  of: { measure: LevelMeasure; bayIds: readonly string[]; since: SQL; until: SQL },
): Promise<string[]> {
  const worst = of.measure === 'SCORE' ? sql`a.score` : sql`-a.unknown_share`;
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from (
      select a.id, ${worst} as badness, row_number() over (partition by a.bay_id order by ${worst}, a.id) as place
      from (${assessedCaptures(of.since, of.until)}) a
      where a.bay_id = any(${sql.param([...of.bayIds])}::uuid[])) example
    order by place, badness, id limit ${deviationLimits.maxCaptures}`);
  return rows.map(({ id }) => id);
}
