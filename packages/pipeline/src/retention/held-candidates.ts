import { type SQL, sql } from 'drizzle-orm';
import type { Holding } from './hold-reason.ts';
import { minDaysOf, type RetentionPolicy } from './retention-policy.ts';

/**
 * SQL for each holding: candidate rows (sha256, at) that include all photos it holds, or at least `limit` of them. `at`
 * gives the order when there are too many. Each query starts from the small set or the index of its holding: in a large
 * archive a check of every photo would take too long.
 */
export const heldCandidates: Record<Holding, (policy: RetentionPolicy, limit: number) => SQL> = {
  // One query for each state, so that the index gives each one in the order of receipt.
  NOT_ARCHIVED: (_policy, limit) => sql`
    (select early.sha256, early.created_at as at
    from unnest(array['INGESTED', 'RETRY_SCHEDULED', 'PREPROCESSED', 'VERSION_DRIFT', 'TIER_1_INFERENCE',
      'TIER_2_INFERENCE', 'TIER_3_INFERENCE', 'SCORED', 'DEAD_LETTERED']) state(name)
    cross join lateral (
      select n.sha256, n.created_at from capture n where n.state = state.name and n.sha256 is not null
      order by n.created_at, n.id limit ${limit}) early)
    union all
    (select u.sha256, w.created_at from capture w join upload u on u.id = w.upload_id
    where w.state in ('INGESTED', 'RETRY_SCHEDULED') and w.sha256 is null and u.sha256 is not null limit ${limit})`,
  KEPT: (_policy, limit) => sql`
    select n.sha256, n.kept_at as at from capture n
    where n.kept_at is not null and n.archived_at is not null order by n.kept_at limit ${limit}`,
  // First photos past the shortest wait, as a dry run reads them; then those that become due next.
  POLICY: (policy, limit) => {
    const border = sql`coalesce(now() - make_interval(days => ${minDaysOf(policy)}::int), 'infinity')`;
    const there = sql`n.photo_expired_at is null and n.sha256 is not null`;
    return sql`
    (select n.sha256, n.archived_at as at from capture n where n.archived_at < ${border} and ${there}
    order by n.archived_at desc limit ${limit})
    union all
    (select n.sha256, n.archived_at from capture n where n.archived_at >= ${border} and ${there}
    order by n.archived_at limit ${limit})`;
  },
  ALERT_OPEN: (_policy, limit) => sql`
    (select n.sha256, a.created_at as at from alert a join capture n on n.id = a.capture_id
    where a.closed_at is null order by a.created_at limit ${limit})
    union all
    (select n.sha256, a.created_at from alert a join alert_capture e on e.alert_id = a.id join capture n on n.id = e.capture_id
    where a.closed_at is null order by a.created_at limit ${limit})`,
  RECAPTURE_OPEN: (_policy, limit) => sql`
    select n.sha256, r.created_at as at from recapture_request r join capture n on n.id = r.capture_id
    where r.closed_at is null order by r.created_at limit ${limit}`,
  CONFLICT_OPEN: (_policy, limit) => sql`
    select k.sha256, a.created_at as at from alert a join capture_conflict k on k.capture_id = a.capture_id
    where a.closed_at is null and k.sha256 is not null order by a.created_at limit ${limit}`,
  REFERENCE_IMAGE: (_policy, limit) => sql`
    select p.sha256, p.created_at as at from product_image p order by p.created_at limit ${limit}`,
  UPLOAD_WAITING: (_policy, limit) => sql`
    select u.sha256, u.created_at as at from upload u
    where u.sha256 is not null and u.discarded_at is null and u.expires_at > now()
      and not exists (select from capture w where w.upload_id = u.id)
    order by u.created_at limit ${limit}`,
};
