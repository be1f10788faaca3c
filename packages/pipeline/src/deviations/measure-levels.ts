import type { DeviationMeasure, DeviationScope, Transaction } from '@gondola/db';
import { type SQL, sql } from 'drizzle-orm';
import { deviationLimits } from './deviation-limits.ts';

export type LevelMeasure = Exclude<DeviationMeasure, 'SHARPNESS'>;

/** How far a level is from its own baseline on one day. Falls are positive: a lower score, or a higher unknown share. */
export interface MeasuredLevel {
  scope: DeviationScope;
  subject: string;
  /** Points below the baseline. */
  fall: number;
  /** The points from which a fall counts. */
  band: number;
  /** The mean level of the measured bays on the day, and the mean of their baselines. */
  level: number;
  baseline: number;
  bays: number;
  fallenBayIds: string[];
  /** The last day before it with photos, and the fall on that day; null without one. */
  previousDay: string | null;
  previousFall: number | null;
}

export interface LevelQuery {
  measure: LevelMeasure;
  day: string;
  /** The baseline is the median of the 28 days before this day. */
  baselineBefore: string;
  /** A planogram is compared across its versions; all other scopes only with days of the same version. */
  scopes: 'OF_ONE_VERSION' | 'PLANOGRAM';
  /** Only these bays; null for all. */
  bayIds?: readonly string[] | null;
}

/**
 * Measures the levels of a day against their baselines. Each bay is compared with itself, and a wider scope is the mean of
 * its bays, so that it does not matter which bays happen to be photographed. A bay without enough days of its version has
 * no baseline yet, and counts nowhere.
 */
export async function measureLevels(tx: Transaction, query: LevelQuery): Promise<MeasuredLevel[]> {
  const { measure, day, baselineBefore, scopes, bayIds = null } = query;
  const { baselineDays, minBaselineDays, points, medianDeviations } = deviationLimits;
  // The known share falls as the unknown share rises, so that one statement serves both.
  const value = measure === 'SCORE' ? sql`d.score::float8` : sql`1 - d.unknown_share::float8`;
  const edition = scopes === 'PLANOGRAM' ? sql`v.planogram_id` : sql`d.version_id`;
  const members =
    scopes === 'PLANOGRAM'
      ? sql`select 'PLANOGRAM' as scope, edition::text as subject, * from fall where category = ''`
      : sql`select 'BAY' as scope, bay_id::text as subject, * from fall where category = ''
        union all select 'STORE', store_id::text, * from fall where category = ''
        union all select 'CATEGORY', category, * from fall where category <> ''`;
  const { rows } = await tx.execute<Row>(sql`
    with cell as materialized (
      select d.bay_id, b.store_id, d.category, d.day, ${edition} as edition, ${value} as value
      from bay_day d join bay b on b.id = d.bay_id join planogram_version v on v.id = d.version_id
      where (d.day between ${baselineBefore}::date - ${baselineDays}::int and ${baselineBefore}::date - 1
          or d.day = ${day}::date)
        and ${onlyBays(bayIds)}),
    baseline as (
      select bay_id, category, edition, percentile_cont(0.5) within group (order by value) as baseline
      from cell where day < ${baselineBefore}::date
      group by bay_id, category, edition having count(distinct day) >= ${minBaselineDays}),
    fall as (
      select cell.*, baseline.baseline, baseline.baseline - cell.value as fall
      from cell join baseline using (bay_id, category, edition)),
    series as (
      select scope, subject, day, avg(fall) as fall, avg(value) as level, avg(baseline) as baseline,
        count(distinct bay_id)::int as bays, string_agg(distinct bay_id::text, ',') filter (where fall > ${points}) as fallen
      from (${members}) member group by scope, subject, day),
    -- One group a subject and no join: a join with the medians is quadratic in a bad plan.
    subject as (
      select scope, subject, array_agg(fall) filter (where day < ${baselineBefore}::date) as falls,
        max(fall) filter (where day = ${day}::date) as fall, max(level) filter (where day = ${day}::date) as level,
        max(baseline) filter (where day = ${day}::date) as baseline, max(bays) filter (where day = ${day}::date) as bays,
        max(fallen) filter (where day = ${day}::date) as fallen, max(day) filter (where day < ${day}::date) as previous_day,
        (array_agg(fall order by day desc) filter (where day < ${day}::date))[1] as previous_fall
      from series group by scope, subject having bool_or(day = ${day}::date))
    select scope, subject, fall - middle as fall, level, baseline, bays, string_to_array(fallen, ',') as "fallenBayIds",
      previous_day::text as "previousDay", previous_fall - middle as "previousFall",
      greatest(${points}::float8, ${medianDeviations}::int * (
        select percentile_cont(0.5) within group (order by abs(one - middle)) from unnest(falls) one)) as band
    from subject
    cross join lateral (select percentile_cont(0.5) within group (order by one) as middle from unnest(falls) one) of_falls
    order by scope, subject`);
  return rows.map((row) => ({
    ...row,
    fallenBayIds: row.fallenBayIds ?? [],
    ...(measure === 'UNKNOWN_SHARE' && { level: 1 - row.level, baseline: 1 - row.baseline }),
  }));
}

type Row = Omit<MeasuredLevel, 'fallenBayIds'> & { fallenBayIds: string[] | null } & Record<string, unknown>;

const onlyBays = (bayIds: readonly string[] | null): SQL =>
  bayIds === null ? sql`true` : sql`d.bay_id = any(${sql.param([...bayIds])}::uuid[])`;
