import { capture, type Database, device, deviceKey, store } from '@gondola/db';
import { and, desc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { newestFirst } from '../graphql/paging/newest-first.ts';
import type { PagedList } from '../graphql/paging/read-page.ts';

export interface DeviceFilter {
  storeCode?: string | null | undefined;
  /** True: only devices with a known error of the clock. */
  clockErrorKnown?: boolean | null | undefined;
}

export type DeviceRow = typeof device.$inferSelect;

/** Reads devices, newest first. */
export const listDevices = (db: Database, filter: DeviceFilter): PagedList<DeviceRow> =>
  newestFirst({ instant: device.createdAt, id: device.id }, ({ micros, where, orderBy, limit }) =>
    db
      .select({ row: device, micros })
      .from(device)
      .where(and(matching(db, filter), where))
      .orderBy(...orderBy)
      .limit(limit),
  );

export const countDevices = (db: Database, filter: DeviceFilter): Promise<number> =>
  db.$count(device, matching(db, filter));

const matching = (db: Database, { storeCode, clockErrorKnown }: DeviceFilter): SQL | undefined =>
  and(
    storeCode
      ? inArray(device.storeId, db.select({ id: store.id }).from(store).where(eq(store.code, storeCode)))
      : undefined,
    clockErrorKnown ? isNotNull(device.clockErrorMs) : undefined,
  );

/** Reads the newest capture of each device, which says what the device is now. */
export async function readNewestCaptures(db: Database, deviceIds: string[]) {
  const newest = db
    .select({
      id: capture.id,
      firmware: capture.firmware,
      cameraModel: capture.cameraModel,
      receivedAt: capture.receivedAt,
    })
    .from(capture)
    .where(eq(capture.deviceId, device.id))
    .orderBy(desc(capture.receivedAt), desc(capture.id))
    .limit(1)
    .as('newest');
  return db
    .select({
      deviceId: device.id,
      id: newest.id,
      firmware: newest.firmware,
      cameraModel: newest.cameraModel,
      receivedAt: newest.receivedAt,
    })
    .from(device)
    .innerJoinLateral(newest, sql`true`)
    .where(inArray(device.id, deviceIds));
}

/** Reads the keys of devices that report no MAC of their own, oldest first. */
export const readKeysOfDevices = (db: Database, deviceIds: string[]) =>
  db.select().from(deviceKey).where(inArray(deviceKey.deviceId, deviceIds)).orderBy(deviceKey.createdAt);
