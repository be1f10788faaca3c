import { bay, capture, type Database, recaptureRequest, store } from '@gondola/db';
import { canonicalAisle } from '@gondola/pipeline/intake';
import { and, eq, getTableColumns, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { newestFirst } from './newest-first.ts';
import type { PagedList } from './read-page.ts';

export interface RecaptureFilter {
  storeCode?: string | null | undefined;
  aisle?: string | null | undefined;
  open?: boolean | null | undefined;
}

/** A request with what a device needs to take the new photo. */
export type RecaptureRow = Awaited<ReturnType<typeof readRecaptureRequests>>[number];

const columns = {
  ...getTableColumns(recaptureRequest),
  aisle: bay.aisle,
  takenAt: capture.takenAt,
  taggedVersion: capture.taggedVersion,
};

/** Requests, newest first. `storeId` limits the list to one store; null is all stores. */
export const listRecaptureRequests = (
  db: Database,
  filter: RecaptureFilter,
  storeId: string | null,
): PagedList<RecaptureRow> =>
  newestFirst(
    { instant: recaptureRequest.createdAt, id: recaptureRequest.id },
    async ({ micros, where, orderBy, limit }) => {
      const rows = await db
        .select({ ...columns, micros })
        .from(recaptureRequest)
        .innerJoin(capture, eq(capture.id, recaptureRequest.captureId))
        .innerJoin(bay, eq(bay.id, recaptureRequest.bayId))
        .where(and(matching(db, filter, storeId), where))
        .orderBy(...orderBy)
        .limit(limit);
      return rows.map(({ micros, ...row }) => ({ row, micros }));
    },
  );

export const countRecaptureRequests = (
  db: Database,
  filter: RecaptureFilter,
  storeId: string | null,
): Promise<number> => db.$count(recaptureRequest, matching(db, filter, storeId));

/** The requests of captures, or of their own ids. */
export const readRecaptureRequests = (
  db: Database,
  ids: string[],
  by: typeof recaptureRequest.captureId | typeof recaptureRequest.id = recaptureRequest.captureId,
) =>
  db
    .select(columns)
    .from(recaptureRequest)
    .innerJoin(capture, eq(capture.id, recaptureRequest.captureId))
    .innerJoin(bay, eq(bay.id, recaptureRequest.bayId))
    .where(inArray(by, ids));

const matching = (db: Database, filter: RecaptureFilter, storeId: string | null): SQL | undefined =>
  and(
    storeId === null ? undefined : eq(recaptureRequest.storeId, storeId),
    filter.storeCode
      ? inArray(
          recaptureRequest.storeId,
          db.select({ id: store.id }).from(store).where(eq(store.code, filter.storeCode)),
        )
      : undefined,
    filter.aisle
      ? inArray(
          recaptureRequest.bayId,
          db
            .select({ id: bay.id })
            .from(bay)
            .where(eq(bay.aisle, canonicalAisle(filter.aisle))),
        )
      : undefined,
    filter.open === true ? isNull(recaptureRequest.closedAt) : undefined,
    filter.open === false ? isNotNull(recaptureRequest.closedAt) : undefined,
  );
