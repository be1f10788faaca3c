import { type Database, planogram, planogramVersion } from '@gondola/db';
import { and, asc, desc, eq, getTableColumns, gt, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { requestError } from '../errors/request-error.ts';
import { groupsInOrder } from '../graphql/paging/in-order.ts';
import type { PagedList } from '../graphql/paging/read-page.ts';

export type PlanogramRow = typeof planogram.$inferSelect;
export type PlanogramVersionRow = typeof planogramVersion.$inferSelect;

/**
 * Reads planograms by code, which is unique. `search` matches code, name or the label of a version; blank matches all.
 */
export const listPlanograms = (db: Database, search: string | null): PagedList<PlanogramRow> => ({
  async read({ after, before, reverse, limit }) {
    const rows = await db
      .select()
      .from(planogram)
      .where(
        and(
          found(db, search),
          after === null ? undefined : gt(planogram.code, codeOf(after)),
          before === null ? undefined : lt(planogram.code, codeOf(before)),
        ),
      )
      .orderBy(reverse ? desc(planogram.code) : asc(planogram.code))
      .limit(limit);
    return rows.map((row) => ({ row, cursor: cursorOf(row.code) }));
  },
});

export const countPlanograms = (db: Database, search: string | null): Promise<number> =>
  db.$count(planogram, found(db, search));

/**
 * Reads the latest versions of each planogram, at most `last`, oldest first, in the order of the ids. With a search,
 * only versions whose label contains it, or all versions of a planogram whose code or name does.
 */
export async function versionsOf(
  db: Database,
  planogramIds: readonly string[],
  { last, search }: { last: number; search: string | null },
): Promise<PlanogramVersionRow[][]> {
  const ranked = db
    .select({
      ...getTableColumns(planogramVersion),
      rank: sql<number>`row_number() over (partition by ${planogramVersion.planogramId}
        order by ${planogramVersion.createdAt} desc, ${planogramVersion.id} desc)`.as('rank'),
    })
    .from(planogramVersion)
    .innerJoin(planogram, eq(planogram.id, planogramVersion.planogramId))
    .where(
      and(
        inArray(planogramVersion.planogramId, [...planogramIds]),
        holds(search, [planogramVersion.label, planogram.code, planogram.name]),
      ),
    )
    .as('ranked');
  const rows = await db
    .select()
    .from(ranked)
    .where(sql`${ranked.rank} <= ${last}`)
    .orderBy(desc(ranked.rank));
  return groupsInOrder(planogramIds, rows, (row) => row.planogramId);
}

/** Counts the versions of each planogram, in the order of the ids. */
export async function countVersions(db: Database, planogramIds: readonly string[]): Promise<number[]> {
  const rows = await db
    .select({ id: planogramVersion.planogramId, count: sql<number>`count(*)::int` })
    .from(planogramVersion)
    .where(inArray(planogramVersion.planogramId, [...planogramIds]))
    .groupBy(planogramVersion.planogramId);
  const counts = new Map(rows.map(({ id, count }) => [id, count]));
  return planogramIds.map((id) => counts.get(id) ?? 0);
}

function found(db: Database, search: string | null): SQL | undefined {
  const byLabel = holds(search, [planogramVersion.label]);
  if (byLabel === undefined) return undefined;
  const ids = db.select({ id: planogramVersion.planogramId }).from(planogramVersion).where(byLabel);
  return or(holds(search, [planogram.code, planogram.name]), inArray(planogram.id, ids));
}

/** Returns a condition that any of the columns contains the text, in any letter case; undefined for a blank text. */
function holds(search: string | null, columns: PgColumn[]): SQL | undefined {
  const words = search?.trim() ?? '';
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return words === '' ? undefined : or(...columns.map((column) => ilike(column, pattern)));
}

const cursorOf = (code: string): string => Buffer.from(`code:${code}`).toString('base64url');

function codeOf(cursor: string): string {
  // Postgres stores no NUL, so no code contains one.
  const [, code] = /^code:([^\0]*)$/s.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (code === undefined) throw requestError('BAD_USER_INPUT', 'This cursor is not one of this list.');
  return code;
}
