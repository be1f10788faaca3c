import { type Database, driftItem } from '@gondola/db';
import { and, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { newestFirst } from '../graphql/paging/newest-first.ts';
import type { PagedList } from '../graphql/paging/read-page.ts';

export interface DriftItemFilter {
  bayId?: string | null | undefined;
  taggedVersion?: string | null | undefined;
  open?: boolean | null | undefined;
}

export type DriftItemRow = typeof driftItem.$inferSelect;

/** Reads drift items, newest first. */
export const listDriftItems = (db: Database, filter: DriftItemFilter): PagedList<DriftItemRow> =>
  newestFirst({ instant: driftItem.createdAt, id: driftItem.id }, ({ micros, where, orderBy, limit }) =>
    db
      .select({ row: driftItem, micros })
      .from(driftItem)
      .where(and(matching(filter), where))
      .orderBy(...orderBy)
      .limit(limit),
  );

export const countDriftItems = (db: Database, filter: DriftItemFilter): Promise<number> =>
  db.$count(driftItem, matching(filter));

const matching = ({ bayId, taggedVersion, open }: DriftItemFilter): SQL | undefined =>
  and(
    bayId ? eq(driftItem.bayId, bayId) : undefined,
    taggedVersion ? eq(driftItem.taggedVersion, taggedVersion) : undefined,
    open === true ? isNull(driftItem.releasedAt) : undefined,
    open === false ? isNotNull(driftItem.releasedAt) : undefined,
  );
