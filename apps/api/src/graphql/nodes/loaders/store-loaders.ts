import { bay, device, deviceKey, store } from '@gondola/db';
import { and, inArray } from 'drizzle-orm';
import { inStore, type Load } from './limit-rows.ts';

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

export const loadDevices: Load<typeof device.$inferSelect> = (db, ids, storeId) =>
  db
    .select()
    .from(device)
    .where(and(inArray(device.id, ids), inStore(device.storeId, storeId)));

export const loadDeviceKeys: Load<typeof deviceKey.$inferSelect> = (db, ids, storeId) =>
  db
    .select()
    .from(deviceKey)
    .where(and(inArray(deviceKey.id, ids), inStore(deviceKey.storeId, storeId)));
