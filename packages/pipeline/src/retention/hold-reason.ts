import { type SQL, sql } from 'drizzle-orm';
import type { RetentionPolicy } from './retention-policy.ts';

/** The reasons for which a photo stays. */
export const holdings = [
  'NOT_ARCHIVED',
  'KEPT',
  'POLICY',
  'ALERT_OPEN',
  'RECAPTURE_OPEN',
  'CONFLICT_OPEN',
  'REFERENCE_IMAGE',
  'UPLOAD_WAITING',
] as const;
export type Holding = (typeof holdings)[number];

/** Verdicts that make a capture evidence in a dispute. */
const faults = [
  'FACINGS_SHORT',
  'FACINGS_OVER',
  'MISPLACED',
  'WRONG_PRODUCT',
  'UNKNOWN_PRODUCT',
  'MISSING',
  'EXTRA',
];

/**
 * SQL: why the photo of the row `i` of `image` stays, or null when nothing holds it. One capture that needs it is
 * enough. A capture names the photo directly or, before preprocessing, by its upload. Subqueries on small sets do not
 * depend on `i`, so the database evaluates them once.
 */
export const heldBecause = (policy: RetentionPolicy): SQL<Holding | null> => sql<Holding | null>`coalesce(
  (select case
      when c.state <> 'ARCHIVED' or c.archived_at is null then 'NOT_ARCHIVED'
      when c.kept_at is not null then 'KEPT'
      when (c.archived_at < now() - make_interval(days => ${daysOf(policy)})) is not true then 'POLICY'
      when c.id in (select a.capture_id from alert a where a.closed_at is null and a.capture_id is not null
        union all select e.capture_id from alert_capture e join alert a on a.id = e.alert_id where a.closed_at is null)
        then 'ALERT_OPEN'
      when c.id in (select r.capture_id from recapture_request r where r.closed_at is null) then 'RECAPTURE_OPEN'
    end as held
    from capture c where c.sha256 = i.sha256 order by held nulls last limit 1),
  case
    when i.sha256 in (select u.sha256 from upload u join capture w on w.upload_id = u.id
      where w.sha256 is null and w.state in ('INGESTED', 'RETRY_SCHEDULED') and u.sha256 is not null) then 'NOT_ARCHIVED'
    when i.sha256 in (select p.sha256 from product_image p) then 'REFERENCE_IMAGE'
    when i.sha256 in (select u.sha256 from upload u
      where u.sha256 is not null and u.discarded_at is null and u.expires_at > now()
        and not exists (select from capture w where w.upload_id = u.id)) then 'UPLOAD_WAITING'
    when i.sha256 in (select k.sha256 from capture_conflict k
      join alert a on a.capture_id = k.capture_id and a.closed_at is null where k.sha256 is not null) then 'CONFLICT_OPEN'
  end)`;

/** SQL: the days after archiving for which the photo of the row `c` of `capture` is stored; null means for ever. */
export const daysOf = (policy: RetentionPolicy): SQL<number | null> => sql<
  number | null
>`(case when ${isFaulty}
  then ${policy.faultyPhotoDays}::int else ${policy.cleanPhotoDays}::int end)`;

/** SQL: whether the row `c` of `capture` has a fault or no score. */
const isFaulty = sql`(c.score is null or exists (
  select from score_findings f where f.score_id = c.current_score_id and f.verdict_counts ?| ${sql.param(faults)}::text[]))`;
