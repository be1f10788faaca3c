import { bay, type Database, planogramAssignment, type Transaction } from '@gondola/db';
import { eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { groupsInOrder, inOrder } from '../graphql/paging/in-order.ts';

export interface VersionFacts {
  positions: number;
  /** Horizontal times vertical, over all positions. */
  facings: number;
  products: number;
  activeBays: number;
  assignments: number;
  /** True when `effectiveTo` is past by the database's clock. */
  expired: boolean;
}

const none: VersionFacts = {
  positions: 0,
  facings: 0,
  products: 0,
  activeBays: 0,
  assignments: 0,
  expired: false,
};

/** Reads the figures of each version, in the order of the ids; bays of one store or (null) of all. */
export async function factsOf(
  db: Database | Transaction,
  versionIds: readonly string[],
  storeId: string | null,
): Promise<VersionFacts[]> {
  const { rows } = await db.execute<VersionFacts & Record<string, unknown> & { id: string }>(sql`
    select v.id, coalesce(v.effective_to < now(), false) as expired, p.positions, p.facings, p.products,
      a."activeBays", a.assignments
    from planogram_version v
    left join lateral (
      select count(*)::int as positions, count(distinct product_id)::int as products,
        coalesce(sum(facings_horizontal * facings_vertical), 0)::int as facings
      from planogram_position where version_id = v.id) p on true
    left join lateral (
      select count(*)::int as assignments, count(*) filter (where deactivated_at is null)::int as "activeBays"
      from planogram_assignment a join bay b on b.id = a.bay_id
      where a.version_id = v.id ${storeId === null ? sql`` : sql`and b.store_id = ${storeId}`}) a on true
    where v.id = any (${sql.param([...versionIds])}::uuid[])`);
  return inOrder(
    versionIds,
    rows,
    ({ id }) => id,
    (row) => row,
  ).map((row) => row ?? none);
}

export type AssignmentRow = typeof planogramAssignment.$inferSelect;

/** Limit of the list: a version in a thousand stores has a thousand assignments. The figures give the total. */
const maxAssignments = 200;

/**
 * Reads where and when each version was active, the latest first, in the order of the ids; of one store or (null) of
 * all.
 */
export async function assignmentsOf(
  db: Database,
  versionIds: readonly string[],
  storeId: string | null,
): Promise<AssignmentRow[][]> {
  const ranked = db
    .select({
      ...getTableColumns(planogramAssignment),
      rank: sql<number>`row_number() over (partition by ${planogramAssignment.versionId}
        order by ${planogramAssignment.activatedAt} desc, ${planogramAssignment.id} desc)`.as('rank'),
    })
    .from(planogramAssignment)
    .innerJoin(bay, eq(bay.id, planogramAssignment.bayId))
    .where(
      sql`${inArray(planogramAssignment.versionId, [...versionIds])}
        ${storeId === null ? sql`` : sql`and ${eq(bay.storeId, storeId)}`}`,
    )
    .as('ranked');
  const rows = await db
    .select()
    .from(ranked)
    .where(sql`${ranked.rank} <= ${maxAssignments}`)
    .orderBy(ranked.rank);
  return groupsInOrder(versionIds, rows, ({ versionId }) => versionId);
}
