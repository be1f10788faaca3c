import { type ActivationState, type Database, plannedActivation, planogramVersion } from '@gondola/db';
import { byActivation, type PlannedActivationRow } from '@gondola/pipeline/planogram-versions';
import { and, eq, exists, inArray, type SQL, sql } from 'drizzle-orm';
import { inOrder } from '../graphql/paging/in-order.ts';
import { newestFirst } from '../graphql/paging/newest-first.ts';
import type { PagedList } from '../graphql/paging/read-page.ts';

export interface PlannedActivationFilter {
  /** The label of the version. */
  label?: string | null | undefined;
  states?: ActivationState[] | null | undefined;
}

/** Reads planned, completed and cancelled activations, newest first. */
export const listPlannedActivations = (
  db: Database,
  filter: PlannedActivationFilter,
): PagedList<PlannedActivationRow> =>
  newestFirst(
    { instant: plannedActivation.createdAt, id: plannedActivation.id },
    ({ micros, where, orderBy, limit }) =>
      db
        .select({ row: plannedActivation, micros })
        .from(plannedActivation)
        .where(and(matching(db, filter), where))
        .orderBy(...orderBy)
        .limit(limit),
  );

export const countPlannedActivations = (db: Database, filter: PlannedActivationFilter): Promise<number> =>
  db.$count(plannedActivation, matching(db, filter));

const matching = (db: Database, { label, states }: PlannedActivationFilter): SQL | undefined =>
  and(
    label
      ? exists(
          db
            .select({ one: sql`1` })
            .from(planogramVersion)
            .where(
              and(eq(planogramVersion.id, plannedActivation.versionId), eq(planogramVersion.label, label)),
            ),
        )
      : undefined,
    states ? inArray(plannedActivation.state, states) : undefined,
  );

/** Counts the captures that each activation released while its assignments were open. */
export async function capturesReleasedBy(db: Database, ids: readonly string[]): Promise<number[]> {
  const { rows } = await db.execute<{ id: string; count: number }>(sql`
    select a.activation_id as id, count(*)::int as count
    from planogram_assignment a
    join planogram_version v on v.id = a.version_id
    join drift_item d on d.bay_id = a.bay_id and d.tagged_version = v.label
    where a.activation_id = any (${sql.param([...ids])}::uuid[]) and d.released_by = ${byActivation}
      and d.released_at >= a.activated_at and (a.deactivated_at is null or d.released_at < a.deactivated_at)
    group by a.activation_id`);
  return inOrder(
    ids,
    rows,
    ({ id }) => id,
    ({ count }) => count,
  ).map((count) => count ?? 0);
}
