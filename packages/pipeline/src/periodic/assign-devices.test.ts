import { capture } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { buildPayload } from '@gondola/testkit/payload';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { acceptCaptures } from '../intake/accept/accept-captures.ts';
import { assignDevices } from './assign-devices.ts';

const { db, url } = await createTestDatabase('assign_devices');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

test('captures of an older release get the columns that they would get now', async () => {
  await acceptCaptures(world.intake, world.device, [
    buildPayload(1, { firmware: '1.9' }),
    buildPayload(2, { device_mac: '02:00:00:00:00:00' }),
    buildPayload(3, { device_mac: '3C:5A:B4:01:02:04', capture_resolution: '640x480' }),
    buildPayload(4),
  ]);
  const read = () =>
    db
      .select({
        deviceId: capture.deviceId,
        firmware: capture.firmware,
        cameraModel: capture.cameraModel,
        widthPx: capture.declaredWidthPx,
        heightPx: capture.declaredHeightPx,
      })
      .from(capture)
      .orderBy(asc(capture.id));
  const now = await read();
  await db.update(capture).set({
    deviceId: null,
    firmware: null,
    declaredWidthPx: null,
    declaredHeightPx: null,
  });
  expect(await assignDevices(db)).toBe(4);
  expect(await read()).toEqual(now);
  expect(new Set(now.map(({ deviceId }) => deviceId)).size).toBe(3);
  expect(await assignDevices(db)).toBe(0);
});

test('a stored payload that no version reads ends at the device of its key, and once', async () => {
  const [first] = await acceptCaptures(world.intake, world.device, [buildPayload(5)]);
  const id = first && 'captureId' in first ? first.captureId : '';
  await db
    .update(capture)
    .set({ deviceId: null, payload: sql`'{"schema_version": 99}'::jsonb` })
    .where(eq(capture.id, id));
  expect(await assignDevices(db)).toBe(1);
  expect(await assignDevices(db)).toBe(0);
  const [row] = await db.select().from(capture).where(eq(capture.id, id));
  expect(row?.deviceId).not.toBeNull();
});
