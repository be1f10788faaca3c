import { bay, type Database, store, waiver } from '@gondola/db';
import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { newestFirst } from '../graphql/paging/newest-first.ts';
import type { PagedList } from '../graphql/paging/read-page.ts';
import type { WaiverRow } from './overrule-rows.ts';

export interface WaiverFilter {
  bayId?: string | null | undefined;
  storeCode?: string | null | undefined;
  /** True: only waivers in force, neither expired nor revoked. False: only the others. */
  open?: boolean | null | undefined;
}

export const listWaivers = (db: Database, filter: WaiverFilter): PagedList<WaiverRow> =>
  newestFirst({ instant: waiver.createdAt, id: waiver.id }, ({ micros, where, orderBy, limit }) =>
    db
      .select({ row: waiver, micros })
      .from(waiver)
      .where(and(matching(db, filter), where))
      .orderBy(...orderBy)
      .limit(limit),
  );

export const countWaivers = (db: Database, filter: WaiverFilter): Promise<number> =>
  db.$count(waiver, matching(db, filter));

function matching(db: Database, { bayId, storeCode, open }: WaiverFilter): SQL | undefined {
  const isOver = sql`${waiver.expiresAt} <= now()`;
  const baysOf = (code: string) =>
    db
      .select({ id: bay.id })
      .from(bay)
      .innerJoin(store, eq(store.id, bay.storeId))
      .where(eq(store.code, code));
  return and(
    bayId ? eq(waiver.bayId, bayId) : undefined,
    storeCode ? inArray(waiver.bayId, baysOf(storeCode)) : undefined,
    open === true ? and(isNull(waiver.revokedAt), sql`not (${isOver})`) : undefined,
    open === false ? or(isNotNull(waiver.revokedAt), isOver) : undefined,
  );
}
