import { capture, driftItem, reprocessBatch } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { checkInvariants } from '../invariants/check-invariants.ts';
import { activateVersion } from '../planogram-versions/activate-version.ts';
import { addDrifted, addVersion, readCapture } from '../planogram-versions/version-world.testing.ts';
import { openQueue } from '../queue/open-queue.ts';
import { setAside } from '../runner/set-aside.ts';
import { tinyWorld } from '../testing.ts';
import { readFailures, readProgress } from './batch-progress.ts';
import { batchQueue } from './batch-queue.ts';
import { expandBatch } from './expand-batch.ts';
import { finishBatch } from './finish-batch.ts';
import { releaseItems, roomOnTheWay, settleMoved } from './release-items.ts';
import { startBatchWithin } from './start-batch.ts';

const { db, url } = await createTestDatabase('release');
const world = await tinyWorld(db, url);
const { boss, queue, stop } = await openQueue(url, { role: 'send', onError: () => {} });
afterAll(async () => {
  await stop();
  await world.stop();
});
const batches = batchQueue(boss);
await addVersion(db, 'old', ['A B']);
const current = await addVersion(db, 'new', ['B A']);
const bay = await db.transaction((tx) =>
  activateVersion(tx, { label: 'new', storeId: world.device.storeId, aisle: 'R1', actor: 'manager' }),
);
const bayId = 'bayId' in bay ? bay.bayId : '';
const ids = [await addDrifted(world, 'old', 'R1'), await addDrifted(world, 'old', 'R1')];

test('a group goes on against the chosen version behind all live captures, and its batch ends with the captures', async () => {
  const { id } = await db.transaction((tx) =>
    startBatchWithin(tx, batches, {
      scope: { kind: 'DRIFT_GROUP', bayId, taggedVersion: 'old' },
      mode: 'RELEASE',
      versionChoice: 'ACTIVE',
      versionId: null,
      publishesAtOnce: false,
      reason: 'the shelf was laid anew',
      createdBy: 'manager@example.com',
    }),
  );
  await expandBatch(db, batches, id);
  const [batch] = await db.select().from(reprocessBatch).where(eq(reprocessBatch.id, id));
  if (!batch) throw new Error('no batch');
  expect(batch).toMatchObject({ state: 'RUNNING', total: 2, publishesAtOnce: true });
  const free = await roomOnTheWay(db, id);
  await releaseItems({ db, queue }, batch, ids);
  for (const one of ids)
    expect(await readCapture(db, one)).toMatchObject({ state: 'PREPROCESSED', pinnedVersionId: current });
  expect(await db.$count(driftItem, eq(driftItem.batchId, id))).toBe(2);
  expect(await roomOnTheWay(db, id)).toBe(free - 2);
  const { rows } = await db.execute(sql`
    select j.priority from pgboss.job j join capture c on c.job_id = j.id where c.state = 'PREPROCESSED'`);
  expect(rows).toEqual([{ priority: -20 }, { priority: -20 }]);

  await settleMoved(db, id);
  expect(await finishBatch(db, batch)).toBe(false);
  // Both are set aside further on: the batch has to tell.
  const [first, second] = ids;
  const standing = async (one = '') => {
    const [row] = await db.select().from(capture).where(eq(capture.id, one));
    if (!row) throw new Error('no capture');
    return row;
  };
  for (const one of [first, second])
    await setAside({ db, queue }, await standing(one), {
      stage: 'infer',
      reason: 'STAGE_FAILED',
      message: 'it broke',
      facts: {},
      actor: 'test',
    });
  await settleMoved(db, id);
  expect((await readProgress(db, [id])).get(id)?.counts).toMatchObject({ MOVED: 0, FAILED: 2 });
  expect(await readFailures(db, id)).toEqual([
    { state: 'FAILED', failure: 'DEAD_LETTERED', message: 'it broke', count: 2 },
  ]);
  expect(await finishBatch(db, batch)).toBe(true);
  const broken = (await checkInvariants(db, { graceSeconds: 0 })).filter(
    ({ violations }) => violations.length > 0,
  );
  expect(broken).toEqual([]);
});

test('a capture for which the choice finds no version stays in the queue, and the batch says why', async () => {
  const id = await addDrifted(world, 'never-heard-of', 'R2');
  const batch = await db.transaction((tx) =>
    startBatchWithin(tx, batches, {
      scope: { kind: 'CAPTURES', captureIds: [id] },
      mode: 'RELEASE',
      versionChoice: 'TAGGED',
      versionId: null,
      publishesAtOnce: true,
      reason: 'test',
      createdBy: 'manager@example.com',
    }),
  );
  await expandBatch(db, batches, batch.id);
  await releaseItems({ db, queue }, batch, [id]);
  expect((await readFailures(db, batch.id)).map(({ failure }) => failure)).toEqual(['NO_VERSION']);
  expect(await readCapture(db, id)).toMatchObject({ state: 'VERSION_DRIFT', pinnedVersionId: null });
});
