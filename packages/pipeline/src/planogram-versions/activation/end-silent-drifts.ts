import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { byActivation } from './release-now-active.ts';

/** More than one run ever finds; the next run ends the rest. */
const maxPerRun = 1000;

/** Ends the suspicions that an activation settled: the bay's active version is now the one that the shelf followed. */
export async function endSilentDrifts(db: Database): Promise<number> {
  const { rowCount } = await db.execute(sql`
    update silent_drift set ended_at = now(), ended_by = ${byActivation}, ending = 'RESOLVED_BY_ACTIVATION'
    where id in (
      select d.id from silent_drift d
      join planogram_assignment a on a.bay_id = d.bay_id and a.version_id = d.better_version_id
        and a.deactivated_at is null
      where d.ended_at is null
      limit ${maxPerRun} for update of d skip locked)`);
  return rowCount ?? 0;
}
