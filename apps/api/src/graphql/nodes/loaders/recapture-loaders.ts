import { bay, capture, type Database, recaptureRequest } from '@gondola/db';
import { eq, getTableColumns, inArray } from 'drizzle-orm';
import type { Load } from './limit-rows.ts';

/** A request with what a device needs to take the new photo. */
export type RecaptureRow = Awaited<ReturnType<typeof readRecaptureRequests>>[number];

export const recaptureColumns = {
  ...getTableColumns(recaptureRequest),
  aisle: bay.aisle,
  takenAt: capture.takenAt,
  taggedVersion: capture.taggedVersion,
};

/** The requests of captures, or of their own ids. */
export const readRecaptureRequests = (
  db: Database,
  ids: string[],
  by: typeof recaptureRequest.captureId | typeof recaptureRequest.id = recaptureRequest.captureId,
) =>
  db
    .select(recaptureColumns)
    .from(recaptureRequest)
    .innerJoin(capture, eq(capture.id, recaptureRequest.captureId))
    .innerJoin(bay, eq(bay.id, recaptureRequest.bayId))
    .where(inArray(by, ids));

export const loadRecaptureRequests: Load<RecaptureRow> = async (db, ids, storeId) =>
  (await readRecaptureRequests(db, ids, recaptureRequest.id)).filter(
    (row) => storeId === null || row.storeId === storeId,
  );
