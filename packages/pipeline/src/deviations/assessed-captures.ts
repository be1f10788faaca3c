import { type SQL, sql } from 'drizzle-orm';
import { deviationLimits } from './deviation-limits.ts';

/** SQL: the share of a score's assessed positions, in the row `f` of `score_findings`, that hold an unknown product. */
const unknownShare = sql`coalesce((f.verdict_counts ->> 'UNKNOWN_PRODUCT')::float8, 0) / nullif((
  select sum(n.value::float8) from jsonb_each_text(f.verdict_counts) n
  where n.key in ('MATCH', 'FACINGS_SHORT', 'FACINGS_OVER', 'MISPLACED', 'WRONG_PRODUCT', 'UNKNOWN_PRODUCT', 'MISSING')), 0)`;

/**
 * SQL: the captures that were scored in a period, with the level of each. A capture whose photo shows too little of the
 * bay is left out.
 */
export const assessedCaptures = (from: SQL, to: SQL): SQL => sql`
  select c.id, c.bay_id, c.current_score_id, c.scored_at, c.created_at as received_at, s.version_id, v.planogram_id,
    c.score::float8 as score, ${unknownShare} as unknown_share
  from capture c
  join score s on s.id = c.current_score_id
  join score_findings f on f.score_id = s.id
  join planogram_version v on v.id = s.version_id
  where c.scored_at >= ${from} and c.scored_at < ${to} and c.score is not null
    and c.coverage >= ${deviationLimits.minCoverage}`;
