import { deviation, type Transaction } from '@gondola/db';
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { assessedCaptures } from './assessed-captures.ts';
import { deviationLimits } from './deviation-limits.ts';
import type { LevelMeasure } from './measure-levels.ts';
import { openDeviation } from './open-deviation.ts';

interface FallenPlanogram extends Record<string, unknown> {
  planogramId: string;
  fallenBayIds: string[];
  level: number;
  baseline: number;
  since: string;
  today: string;
}

/**
 * Compares the latest capture of each bay with the bay's baseline, and opens a deviation at once for a planogram of which
 * many bays fell far. Here another version is no excuse: an import that breaks scores is a new version too. Returns the
 * number of new deviations.
 */
export async function judgeLatest(tx: Transaction, at: SQL): Promise<number> {
  const open = await tx
    .select({ subject: deviation.subject })
    .from(deviation)
    .where(and(isNull(deviation.endedAt), eq(deviation.scope, 'PLANOGRAM')));
  // Of one planogram the score and the unknown products have one cause.
  const known = new Set(open.map(({ subject }) => subject));
  let opened = 0;
  for (const measure of ['SCORE', 'UNKNOWN_SHARE'] as const)
    for (const fallen of await findFallen(tx, measure, at)) {
      if (known.has(fallen.planogramId)) continue;
      known.add(fallen.planogramId);
      await openDeviation(tx, {
        ...fallen,
        scope: 'PLANOGRAM',
        subject: fallen.planogramId,
        measure,
        baselineBefore: fallen.today,
        bays: fallen.fallenBayIds.length,
        since: sql`${fallen.since}::timestamptz`,
        until: at,
        isAtOnce: true,
      });
      opened += 1;
    }
  return opened;
}

async function findFallen(tx: Transaction, measure: LevelMeasure, at: SQL): Promise<FallenPlanogram[]> {
  const { baselineDays, minBaselineDays, pointsAtOnce, baysAtOnce, shareAtOnce } = deviationLimits;
  const stored = measure === 'SCORE' ? sql`d.score::float8` : sql`1 - d.unknown_share::float8`;
  const seen = measure === 'SCORE' ? sql`a.score` : sql`1 - a.unknown_share`;
  const { rows } = await tx.execute<FallenPlanogram>(sql`
    with latest as (
      select distinct on (a.bay_id) a.bay_id, a.planogram_id, a.scored_at, ${seen} as value
      from (${assessedCaptures(sql`${at} - interval '24 hours'`, at)}) a
      where a.unknown_share is not null order by a.bay_id, a.scored_at desc, a.id),
    baseline as (
      select d.bay_id, v.planogram_id, percentile_cont(0.5) within group (order by ${stored}) as baseline
      from bay_day d join planogram_version v on v.id = d.version_id
      where d.category = '' and d.day < (${at} at time zone 'UTC')::date
        and d.day >= (${at} at time zone 'UTC')::date - ${baselineDays}::int
      group by d.bay_id, v.planogram_id having count(distinct d.day) >= ${minBaselineDays}),
    fall as (
      select latest.*, baseline.baseline, baseline.baseline - latest.value > ${pointsAtOnce}::float8 as fell
      from latest join baseline using (bay_id, planogram_id))
    select planogram_id as "planogramId", array_agg(bay_id::text order by bay_id) filter (where fell) as "fallenBayIds",
      avg(value) filter (where fell) as level, avg(baseline) filter (where fell) as baseline,
      (min(scored_at) filter (where fell))::text as since, (${at} at time zone 'UTC')::date::text as today
    from fall group by planogram_id
    having count(*) filter (where fell) >= greatest(${baysAtOnce}::int, ${shareAtOnce}::float8 * count(*))`);
  return rows.map((row) => ({
    ...row,
    ...(measure === 'UNKNOWN_SHARE' && { level: 1 - row.level, baseline: 1 - row.baseline }),
  }));
}
