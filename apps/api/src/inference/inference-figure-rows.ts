import { type AttemptOutcome, attemptOutcomes, type Database } from '@gondola/db';
import { providerOf } from '@gondola/pipeline/breakers';
import { type SQL, sql } from 'drizzle-orm';

/** Computes figures from inference_attempt, in which the ladder records every call. */

/** Outcomes without a call: nothing was sent, and no time was taken. */
const made = sql`outcome not in ('BREAKER_OPEN', 'DEADLINE')`;

export interface OutcomeCount {
  outcome: AttemptOutcome;
  count: number;
}

export interface InferenceTierRow {
  tier: number;
  provider: string;
  outcomes: OutcomeCount[];
  attempts: number;
  calls: number;
  answered: number;
  /** Analyses of all tiers in the hour: the denominator of `answered`. */
  inferences: number;
  p50Ms: number | null;
  p95Ms: number | null;
  p99Ms: number | null;
  modelIds: string[];
  lastAnswerAt: Date | null;
}

/**
 * Reads the figures of each tier and provider over the last hour. A provider without attempts within a day is left out.
 */
export async function readInferenceTiers(db: Database): Promise<InferenceTierRow[]> {
  const { rows } = await db.execute<{
    tier: number;
    provider: string;
    outcomes: Partial<Record<AttemptOutcome, number>> | null;
    calls: number;
    answered: number;
    inferences: number;
    percentiles: number[] | null;
    model_ids: string[] | null;
    last_answer_at: string | Date | null;
  }>(sql`
    with hour as materialized (
      select tier, provider, outcome, duration_ms, capture_id, ordinal, created_at
      from inference_attempt where created_at >= now() - interval '1 hour'),
    -- Of the attempts that were written together, the last one gave the answer, however poor.
    answer as (
      select distinct on (capture_id, created_at) tier, provider, capture_id
      from hour order by capture_id, created_at, ordinal desc),
    answered as (
      select a.tier, a.provider, count(*)::int as count,
        array_agg(distinct s.model_id order by s.model_id) filter (where s.tier = a.tier) as model_ids
      from answer a join capture c on c.id = a.capture_id left join detection_set s on s.id = c.detection_set_id
      group by 1, 2),
    outcome as (
      select tier, provider, jsonb_object_agg(outcome, count) as outcomes
      from (select tier, provider, outcome, count(*)::int as count from hour group by 1, 2, 3) o group by 1, 2),
    call as (
      select tier, provider, count(*)::int as count,
        percentile_cont(array[0.5, 0.95, 0.99]) within group (order by duration_ms::float8) as percentiles
      from hour where ${made} group by 1, 2),
    -- Providers with attempts during the day are included, so that a quiet hour does not empty the screen.
    seen as (
      select tier, provider, max(created_at) filter (where outcome = 'OK') as last_answer_at
      from inference_attempt where created_at >= now() - interval '1 day' group by 1, 2)
    select tier, provider, outcomes, coalesce(call.count, 0) as calls, coalesce(answered.count, 0) as answered,
      (select count(*) from answer)::int as inferences, percentiles, model_ids, last_answer_at
    from seen left join outcome using (tier, provider) left join call using (tier, provider)
      left join answered using (tier, provider)
    order by tier, provider`);
  return rows.map((row) => {
    const outcomes = attemptOutcomes.flatMap((outcome) => {
      const count = row.outcomes?.[outcome] ?? 0;
      return count > 0 ? [{ outcome, count }] : [];
    });
    const [p50Ms = null, p95Ms = null, p99Ms = null] = row.percentiles ?? [];
    return {
      tier: row.tier,
      provider: row.provider,
      outcomes,
      attempts: outcomes.reduce((sum, { count }) => sum + count, 0),
      calls: row.calls,
      answered: row.answered,
      inferences: row.inferences,
      p50Ms,
      p95Ms,
      p99Ms,
      modelIds: row.model_ids ?? [],
      lastAnswerAt: toDate(row.last_answer_at),
    };
  });
}

export interface FallbackBucket {
  from: Date;
  tier1: number;
  tier2: number;
  tier3: number;
  fallbacks: number;
}

/**
 * Counts analyses by the tier that gave the detections, in a period without its end; empty buckets are included with
 * zeros.
 */
export async function readFallback(
  db: Database,
  from: Date,
  to: Date,
  bucketMinutes: number,
): Promise<FallbackBucket[]> {
  const [first, last] = [instant(from), instant(to)];
  const width = sql`make_interval(mins => ${bucketMinutes})`;
  const { rows } = await db.execute<Omit<FallbackBucket, 'from'> & { from: string | Date }>(sql`
    with inference as (
      -- The tiers of the first and the last attempt, in one pass and without a sort: the ordinal goes before the tier.
      select created_at, min(ordinal * 10 + tier) % 10 as first_tier, max(ordinal * 10 + tier) % 10 as tier
      from inference_attempt where created_at >= ${first} and created_at < ${last}
      group by capture_id, created_at),
    bucket as (
      select date_bin(${width}, created_at, ${first}) as at, tier, first_tier from inference)
    select b.at as "from",
      count(*) filter (where i.tier = 1)::int as tier1, count(*) filter (where i.tier = 2)::int as tier2,
      count(*) filter (where i.tier = 3)::int as tier3,
      count(*) filter (where i.tier <> i.first_tier)::int as fallbacks
    from generate_series(${first}, ${last} - interval '1 microsecond', ${width}) as b(at)
    left join bucket i on i.at = b.at group by b.at order by b.at`);
  return rows.map((row) => ({ ...row, from: new Date(row.from) }));
}

export interface BreakerMinuteRow {
  minute: Date;
  counts: Partial<Record<AttemptOutcome, number>>;
  p50Ms: number | null;
  p99Ms: number | null;
}

/** Reads the fleet's attempts at a breaker's provider, minute by minute; minutes without an attempt are left out. */
export async function readBreakerMinutes(
  db: Database,
  name: string,
  from: Date,
  to: Date,
): Promise<BreakerMinuteRow[]> {
  const { rows } = await db.execute<{
    minute: string | Date;
    counts: Partial<Record<AttemptOutcome, number>>;
    percentiles: number[] | null;
  }>(sql`
    with attempt as materialized (
      select date_trunc('minute', created_at) as minute, outcome, duration_ms from inference_attempt
      where provider = ${providerOf(name)} and created_at >= ${instant(from)} and created_at < ${instant(to)}),
    counted as (
      select minute, jsonb_object_agg(outcome, count) as counts
      from (select minute, outcome, count(*)::int as count from attempt group by 1, 2) by_outcome group by minute),
    timed as (
      select minute, percentile_cont(array[0.5, 0.99]) within group (order by duration_ms::float8) as percentiles
      from attempt where ${made} group by minute)
    select minute, counts, percentiles from counted left join timed using (minute) order by minute`);
  return rows.map(({ minute, counts, percentiles }) => {
    const [p50Ms = null, p99Ms = null] = percentiles ?? [];
    return { minute: new Date(minute), counts, p50Ms, p99Ms };
  });
}

const instant = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;
const toDate = (at: string | Date | null): Date | null => (at === null ? null : new Date(at));
