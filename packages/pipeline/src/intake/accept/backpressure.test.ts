import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@gondola/db/testing';
import { buildPayload } from '@gondola/testkit/payload';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { acceptCaptures } from './accept-captures.ts';
import { watchPressure } from './backpressure.ts';

const { db, url } = await createTestDatabase('pressure');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

const folder = await mkdtemp(join(tmpdir(), 'gondola-pressure-'));
const noLimits = { minFreeBytes: 0, maxQueueAgeSeconds: 3600 };

test('with free disk space and an empty queue there is no pressure', async () => {
  expect(await watchPressure(db, folder, noLimits)()).toBeNull();
});

test('free space below the watermark is pressure, and so is an unreadable disk', async () => {
  const watermark = { ...noLimits, minFreeBytes: Number.MAX_SAFE_INTEGER };
  expect(await watchPressure(db, folder, watermark)()).toMatchObject({ code: 'DISK_FULL' });
  expect(await watchPressure(db, join(folder, 'gone'), noLimits)()).toMatchObject({ code: 'DISK_FULL' });
  expect(await watchPressure(db, null, watermark)()).toBeNull();
});

test('a ready job that has waited too long is pressure, a timer in the future is not', async () => {
  await acceptCaptures(world.intake, world.device, [buildPayload(1)]);
  expect(await watchPressure(db, folder, noLimits)()).toBeNull();
  await db.execute(sql`update pgboss.job set start_after = now() - interval '2 hours'`);
  expect(await watchPressure(db, folder, noLimits)()).toMatchObject({ code: 'QUEUE_TOO_OLD' });
  await db.execute(sql`update pgboss.job set start_after = now() + interval '2 hours'`);
  expect(await watchPressure(db, folder, noLimits)()).toBeNull();
});

test('concurrent calls share one reading', async () => {
  const read = watchPressure(db, folder, noLimits);
  const first = read();
  expect(read()).toBe(first);
  await first;
});
