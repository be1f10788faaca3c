import { type Database, type ItemState, reprocessBatch, reprocessItem } from '@gondola/db';
import type { BatchRow } from '@gondola/pipeline/batches';
import { and, asc, desc, eq, gt, inArray, isNull, lt, type SQL } from 'drizzle-orm';
import { requestError } from '../errors/request-error.ts';
import { newestFirst } from '../graphql/paging/newest-first.ts';
import type { PagedList } from '../graphql/paging/read-page.ts';

export type BatchItemRow = typeof reprocessItem.$inferSelect;

/** Reads batches, newest first; `open` leaves out batches that have ended. */
export const listBatches = (db: Database, open: boolean | null): PagedList<BatchRow> =>
  newestFirst(
    { instant: reprocessBatch.createdAt, id: reprocessBatch.id },
    ({ micros, where, orderBy, limit }) =>
      db
        .select({ row: reprocessBatch, micros })
        .from(reprocessBatch)
        .where(and(matching(open), where))
        .orderBy(...orderBy)
        .limit(limit),
  );

export const countBatches = (db: Database, open: boolean | null): Promise<number> =>
  db.$count(reprocessBatch, matching(open));

const matching = (open: boolean | null): SQL | undefined =>
  open === true ? isNull(reprocessBatch.endedAt) : undefined;

/** Conditions on a batch's items; null does not restrict. */
export interface BatchItemFilter {
  states: readonly ItemState[] | null;
  /** A machine-readable reason, as in a group of failures. */
  failure: string | null;
}

/** Reads items of a batch by capture id; the cursor is the capture's id. */
export const listItems = (
  db: Database,
  batchId: string,
  filter: BatchItemFilter,
): PagedList<BatchItemRow> => ({
  async read({ after, before, reverse, limit }) {
    const rows = await db
      .select()
      .from(reprocessItem)
      .where(
        and(
          ofBatch(batchId, filter),
          after === null ? undefined : gt(reprocessItem.captureId, uuidCursor(after)),
          before === null ? undefined : lt(reprocessItem.captureId, uuidCursor(before)),
        ),
      )
      .orderBy(reverse ? desc(reprocessItem.captureId) : asc(reprocessItem.captureId))
      .limit(limit);
    return rows.map((row) => ({ row, cursor: row.captureId }));
  },
});

export const countItems = (db: Database, batchId: string, filter: BatchItemFilter): Promise<number> =>
  db.$count(reprocessItem, ofBatch(batchId, filter));

const ofBatch = (batchId: string, { states, failure }: BatchItemFilter): SQL | undefined =>
  and(
    eq(reprocessItem.batchId, batchId),
    states === null ? undefined : inArray(reprocessItem.state, [...states]),
    failure === null ? undefined : eq(reprocessItem.failure, failure),
  );

function uuidCursor(cursor: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cursor)) return cursor;
  throw requestError('BAD_USER_INPUT', 'This cursor is not one of this list.');
}
