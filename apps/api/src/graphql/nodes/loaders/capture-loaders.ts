import { alert, bay, capture, deadLetter, driftItem, payloadPatch, silentDrift } from '@gondola/db';
import { and, eq, getTableColumns, inArray } from 'drizzle-orm';
import { inStore, inStoreOrAll, type Load } from './limit-rows.ts';

export const loadCaptures: Load<typeof capture.$inferSelect> = (db, ids, storeId) =>
  db
    .select()
    .from(capture)
    .where(and(inArray(capture.id, ids), inStore(capture.storeId, storeId)));

export const loadDriftItems: Load<typeof driftItem.$inferSelect> = (db, ids, storeId) =>
  db
    .select(getTableColumns(driftItem))
    .from(driftItem)
    .innerJoin(bay, eq(bay.id, driftItem.bayId))
    .where(and(inArray(driftItem.id, ids), inStore(bay.storeId, storeId)));

export const loadSilentDriftItems: Load<typeof silentDrift.$inferSelect> = (db, ids, storeId) =>
  db
    .select(getTableColumns(silentDrift))
    .from(silentDrift)
    .innerJoin(bay, eq(bay.id, silentDrift.bayId))
    .where(and(inArray(silentDrift.id, ids), inStore(bay.storeId, storeId)));

export const loadDeadLetters: Load<typeof deadLetter.$inferSelect> = (db, ids, storeId) =>
  db
    .select()
    .from(deadLetter)
    .where(and(inArray(deadLetter.id, ids), inStore(deadLetter.storeId, storeId)));

export const loadPayloadPatches: Load<typeof payloadPatch.$inferSelect> = (db, ids, storeId) =>
  db
    .select()
    .from(payloadPatch)
    .where(and(inArray(payloadPatch.id, ids), inStoreOrAll(payloadPatch.storeId, storeId)));

export const loadAlerts: Load<typeof alert.$inferSelect> = (db, ids, storeId) =>
  db
    .select()
    .from(alert)
    .where(and(inArray(alert.id, ids), inStore(alert.storeId, storeId)));
