import {
  bay,
  capture,
  type Database,
  deadLetter,
  driftItem,
  planogram,
  planogramVersion,
  product,
  reprocessBatch,
  score,
  store,
} from '@gondola/db';
import { and, eq, getTableColumns, inArray, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** Rows by id, in no order; a row of another store than `storeId` is as if it were not there (null: all stores). */
type Load<Row> = (db: Database, ids: string[], storeId: string | null) => Promise<Row[]>;

const inStore = (column: PgColumn, storeId: string | null): SQL | undefined =>
  storeId === null ? undefined : eq(column, storeId);

export const loadStores: Load<typeof store.$inferSelect> = (db, ids, storeId) =>
  db
    .select()
    .from(store)
    .where(and(inArray(store.id, ids), inStore(store.id, storeId)));

export const loadBays: Load<typeof bay.$inferSelect> = (db, ids, storeId) =>
  db
    .select()
    .from(bay)
    .where(and(inArray(bay.id, ids), inStore(bay.storeId, storeId)));

export const loadCaptures: Load<typeof capture.$inferSelect> = (db, ids, storeId) =>
  db
    .select()
    .from(capture)
    .where(and(inArray(capture.id, ids), inStore(capture.storeId, storeId)));

export const loadScores: Load<typeof score.$inferSelect> = (db, ids, storeId) =>
  db
    .select(getTableColumns(score))
    .from(score)
    .innerJoin(capture, eq(capture.id, score.captureId))
    .where(and(inArray(score.id, ids), inStore(capture.storeId, storeId)));

export const loadDriftItems: Load<typeof driftItem.$inferSelect> = (db, ids, storeId) =>
  db
    .select(getTableColumns(driftItem))
    .from(driftItem)
    .innerJoin(bay, eq(bay.id, driftItem.bayId))
    .where(and(inArray(driftItem.id, ids), inStore(bay.storeId, storeId)));

export const loadDeadLetters: Load<typeof deadLetter.$inferSelect> = (db, ids, storeId) =>
  db
    .select()
    .from(deadLetter)
    .where(and(inArray(deadLetter.id, ids), inStore(deadLetter.storeId, storeId)));

/** Products and planograms belong to no store. */
export const loadProducts: Load<typeof product.$inferSelect> = (db, ids) =>
  db.select().from(product).where(inArray(product.id, ids));

export const loadPlanograms: Load<typeof planogram.$inferSelect> = (db, ids) =>
  db.select().from(planogram).where(inArray(planogram.id, ids));

export const loadPlanogramVersions: Load<typeof planogramVersion.$inferSelect> = (db, ids) =>
  db.select().from(planogramVersion).where(inArray(planogramVersion.id, ids));

/** Batches reach over stores: they are for people alone, see the access policy. */
export const loadReprocessBatches: Load<typeof reprocessBatch.$inferSelect> = (db, ids) =>
  db.select().from(reprocessBatch).where(inArray(reprocessBatch.id, ids));
