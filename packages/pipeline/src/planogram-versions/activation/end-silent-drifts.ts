import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { byActivation } from './release-now-active.ts';

/** More than a round ever meets; the next one finds the rest. */
const mostPerRound = 1000;

/** Ends the suspicions that an activation settled: the version that the shelf followed is the bay's active one now. */
export async function endSilentDrifts(db: Database): Promise<number> {
  const { rowCount } = await db.execute(sql`
    update silent_drift set ended_at = now(), ended_by = ${byActivation}, ending = 'RESOLVED_BY_ACTIVATION'
    where id in (
      select d.id from silent_drift d
      join planogram_assignment a on a.bay_id = d.bay_id and a.version_id = d.better_version_id
        and a.deactivated_at is null
      where d.ended_at is null
      limit ${mostPerRound} for update of d skip locked)`);
  return rowCount ?? 0;
}
