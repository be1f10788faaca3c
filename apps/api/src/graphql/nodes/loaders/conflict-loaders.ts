import { capture, captureConflict } from '@gondola/db';
import { openPrefix } from '@gondola/pipeline/intake';
import { and, eq, getTableColumns, inArray, notLike, type SQL } from 'drizzle-orm';
import { inStore, type Load } from './limit-rows.ts';

/** A claim that cannot be compared yet is no conflict. */
export const isDecided = (): SQL => notLike(captureConflict.claim, `${openPrefix}%`);

/** A conflict has the store of its capture. */
export const loadCaptureConflicts: Load<typeof captureConflict.$inferSelect> = (db, ids, storeId) =>
  db
    .select(getTableColumns(captureConflict))
    .from(captureConflict)
    .innerJoin(capture, eq(capture.id, captureConflict.captureId))
    .where(and(inArray(captureConflict.id, ids), isDecided(), inStore(capture.storeId, storeId)));
