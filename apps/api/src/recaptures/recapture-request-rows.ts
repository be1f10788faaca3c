import { bay, capture, type Database, recaptureRequest, store } from '@gondola/db';
import { canonicalAisle } from '@gondola/pipeline/intake';
import { and, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm';
import {
  type RecaptureRow,
  readRecaptureRequests,
  recaptureColumns,
} from '../graphql/nodes/loaders/recapture-loaders.ts';
import { newestFirst } from '../graphql/paging/newest-first.ts';
import type { PagedList } from '../graphql/paging/read-page.ts';

export interface RecaptureFilter {
  storeCode?: string | null | undefined;
  aisle?: string | null | undefined;
  open?: boolean | null | undefined;
}

/** Reads requests, newest first. `storeId` limits the list to one store; null means all stores. */
export const listRecaptureRequests = (
  db: Database,
  filter: RecaptureFilter,
  storeId: string | null,
): PagedList<RecaptureRow> =>
  newestFirst(
    { instant: recaptureRequest.createdAt, id: recaptureRequest.id },
    async ({ micros, where, orderBy, limit }) => {
      const rows = await db
        .select({ ...recaptureColumns, micros })
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

export const readRecaptureRequest = async (db: Database, id: string): Promise<RecaptureRow | null> =>
  (await readRecaptureRequests(db, [id], recaptureRequest.id))[0] ?? null;

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
