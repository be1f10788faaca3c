import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@gondola/db/testing';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { goodPayload, tinyWorld } from '../testing.ts';
import { acceptCaptures } from './accept-captures.ts';
import { watchPressure } from './watch-pressure.ts';

const { db, url } = await createTestDatabase('pressure');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

const folder = await mkdtemp(join(tmpdir(), 'gondola-pressure-'));
const noLimits = { minFreeBytes: 0, maxQueueAgeSeconds: 3600 };

test('with room on the disk and an empty queue nothing keeps captures out', async () => {
  expect(await watchPressure(db, folder, noLimits)()).toBeNull();
});

test('less free space than the watermark, and a disk that cannot be read, do', async () => {
  const watermark = { ...noLimits, minFreeBytes: Number.MAX_SAFE_INTEGER };
  expect(await watchPressure(db, folder, watermark)()).toMatchObject({ code: 'DISK_FULL' });
  expect(await watchPressure(db, join(folder, 'gone'), noLimits)()).toMatchObject({ code: 'DISK_FULL' });
  expect(await watchPressure(db, null, watermark)()).toBeNull();
});

test('a job that has waited too long does, and a timer in the future does not', async () => {
  await acceptCaptures(world.intake, world.device, [goodPayload(1)]);
  expect(await watchPressure(db, folder, noLimits)()).toBeNull();
  await db.execute(sql`update pgboss.job set start_after = now() - interval '2 hours'`);
  expect(await watchPressure(db, folder, noLimits)()).toMatchObject({ code: 'QUEUE_TOO_OLD' });
  await db.execute(sql`update pgboss.job set start_after = now() + interval '2 hours'`);
  expect(await watchPressure(db, folder, noLimits)()).toBeNull();
});

test('many askers at once cost one reading', async () => {
  const read = watchPressure(db, folder, noLimits);
  const first = read();
  expect(read()).toBe(first);
  await first;
});
