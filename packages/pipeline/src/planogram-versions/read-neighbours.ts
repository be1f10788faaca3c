import { type Database, namedQuery } from '@gondola/db';
import type { Neighbour } from '../compliance/silent-drift/find-silent-drift.ts';
import { recallPlanogram } from './recall-planogram.ts';

/** Maximum neighbours: each is assessed with the same detections, at the cost of one more scoring. */
const maxNeighbours = 3;

/**
 * Reads the versions that a shelf may follow instead of the pinned one, likeliest first. These are the version that the
 * bay followed before, the next one (active or planned), and the adjacent versions of the same planogram.
 */
export async function readNeighbours(
  db: Database,
  { bayId, versionId, takenAt }: { bayId: string; versionId: string; takenAt: Date },
): Promise<Neighbour[]> {
  const rows = await namedQuery<{ id: string }>(db, 'score_neighbours', text, [
    bayId,
    versionId,
    takenAt,
    maxNeighbours,
  ]);
  return Promise.all(
    rows.map(async ({ id }) => ({ versionId: id, planogram: await recallPlanogram(db, id) })),
  );
}

const text = `
with anchor as (
  select coalesce((select max(activated_at) from planogram_assignment where bay_id = $1 and version_id = $2), $3::timestamptz)
    as at),
pinned as (
  select id, planogram_id, coalesce(effective_from, created_at) as at from planogram_version where id = $2)
select id from (
  (select version_id as id, 1 as rank from planogram_assignment, anchor
    where bay_id = $1 and version_id <> $2 and activated_at < anchor.at order by activated_at desc limit 1)
  union all
  (select version_id, 2 from planogram_assignment, anchor
    where bay_id = $1 and version_id <> $2 and activated_at > anchor.at order by activated_at limit 1)
  union all
  (select a.version_id, 3 from planned_activation a join bay b on b.id = $1
    where a.state = 'PLANNED' and a.version_id <> $2 and a.scope->>'aisle' = b.aisle
      and (a.scope->'storeIds' @> to_jsonb(b.store_id) or exists (
        select from store_group_member m where m.store_id = b.store_id and a.scope->'groupIds' @> to_jsonb(m.group_id)))
    order by a.due_at limit 1)
  union all
  (select v.id, 4 from planogram_version v, pinned
    where v.planogram_id = pinned.planogram_id
      and (coalesce(v.effective_from, v.created_at), v.id) < (pinned.at, pinned.id)
    order by coalesce(v.effective_from, v.created_at) desc, v.id desc limit 1)
  union all
  (select v.id, 5 from planogram_version v, pinned
    where v.planogram_id = pinned.planogram_id
      and (coalesce(v.effective_from, v.created_at), v.id) > (pinned.at, pinned.id)
    order by coalesce(v.effective_from, v.created_at), v.id limit 1)
) near
group by id order by min(rank) limit $4`;
