import { type Database, silentDrift } from '@gondola/db';
import { and, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { newestFirst } from '../graphql/paging/newest-first.ts';
import type { PagedList } from '../graphql/paging/read-page.ts';

export type SilentDriftRow = typeof silentDrift.$inferSelect;

export interface SilentDriftFilter {
  bayId?: string | null | undefined;
  pinnedVersionId?: string | null | undefined;
  betterVersionId?: string | null | undefined;
  captureId?: string | null | undefined;
  open?: boolean | null | undefined;
}

export const listSilentDrift = (db: Database, filter: SilentDriftFilter): PagedList<SilentDriftRow> =>
  newestFirst({ instant: silentDrift.createdAt, id: silentDrift.id }, ({ micros, where, orderBy, limit }) =>
    db
      .select({ row: silentDrift, micros })
      .from(silentDrift)
      .where(and(matching(filter), where))
      .orderBy(...orderBy)
      .limit(limit),
  );

export const countSilentDrift = (db: Database, filter: SilentDriftFilter): Promise<number> =>
  db.$count(silentDrift, matching(filter));

const matching = ({ open, ...ids }: SilentDriftFilter): SQL | undefined =>
  and(
    ids.bayId ? eq(silentDrift.bayId, ids.bayId) : undefined,
    ids.pinnedVersionId ? eq(silentDrift.pinnedVersionId, ids.pinnedVersionId) : undefined,
    ids.betterVersionId ? eq(silentDrift.betterVersionId, ids.betterVersionId) : undefined,
    ids.captureId ? eq(silentDrift.captureId, ids.captureId) : undefined,
    open === true ? isNull(silentDrift.endedAt) : undefined,
    open === false ? isNotNull(silentDrift.endedAt) : undefined,
  );
