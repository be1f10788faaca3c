import { capture, type Database } from '@gondola/db';
import { type CaptureFilter, matchCaptures } from '@gondola/pipeline/batches';
import { and, eq, type SQL } from 'drizzle-orm';
import { newestFirst } from '../graphql/paging/newest-first.ts';
import type { PagedList } from '../graphql/paging/read-page.ts';

export type CaptureRow = typeof capture.$inferSelect;

/** Reads captures, newest received first. `storeId` limits the list to one store; null means all stores. */
export const listCaptures = (
  db: Database,
  filter: CaptureFilter,
  storeId: string | null,
): PagedList<CaptureRow> =>
  newestFirst({ instant: capture.receivedAt, id: capture.id }, ({ micros, where, orderBy, limit }) =>
    db
      .select({ row: capture, micros })
      .from(capture)
      .where(and(matching(filter, storeId), where))
      .orderBy(...orderBy)
      .limit(limit),
  );

export const countCaptures = (db: Database, filter: CaptureFilter, storeId: string | null): Promise<number> =>
  db.$count(capture, matching(filter, storeId));

const matching = (filter: CaptureFilter, storeId: string | null): SQL | undefined =>
  and(storeId === null ? undefined : eq(capture.storeId, storeId), matchCaptures(filter));
