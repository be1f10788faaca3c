import type { DeviationScope, Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { deviationLimits } from './deviation-limits.ts';

/** Reads the bays that belong to stores, categories and planograms with an open deviation. */
export async function explainedBays(
  tx: Transaction,
  open: readonly { scope: DeviationScope; subject: string }[],
): Promise<Set<string>> {
  const subjects = (scope: DeviationScope) =>
    sql`${sql.param(open.filter((one) => one.scope === scope).map(({ subject }) => subject))}::text[]`;
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from bay where store_id::text = any(${subjects('STORE')})
    union
    select d.bay_id from bay_day d join planogram_version v on v.id = d.version_id
    where d.day > (select max(day) from bay_day) - ${deviationLimits.baselineDays}::int
      and (d.category = any(${subjects('CATEGORY')}) or v.planogram_id::text = any(${subjects('PLANOGRAM')}))`);
  return new Set(rows.map(({ id }) => id));
}
