import { capture } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { addScoredCaptures, importEditions } from '@gondola/testkit/scored-captures';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { versionOf } from './choose-version.ts';

const { db, url } = await createTestDatabase('choose_version');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());
const { firstId, bayId } = await importEditions(db, world.device);
const [captureId = ''] = await addScoredCaptures(db, world.device, { bayId, versionId: firstId, count: 1 });

test('the version at the time of the capture is that of the corrected time, when the device says 1970', async () => {
  const versionAt = async (stamp: Partial<typeof capture.$inferInsert>) => {
    await db.update(capture).set(stamp).where(eq(capture.id, captureId));
    const [row] = await db
      .select({ versionId: versionOf('EFFECTIVE_AT_CAPTURE', null) })
      .from(capture)
      .where(eq(capture.id, captureId));
    return row?.versionId;
  };
  const takenAt = new Date('1970-01-01T00:02:00Z');
  expect(await versionAt({ takenAt })).toBeNull();
  const { rows } = await db.execute<{ now: string }>(sql`select now()::text as now`);
  const correctedTakenAt = new Date(rows[0]?.now ?? '');
  expect(await versionAt({ takenAt, timeSource: 'RECEIPT', correctedTakenAt })).toBe(firstId);
});
