import { capture, captureEvent, driftItem, reprocessBatch, reprocessItem } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { seenAsPlanned } from '@gondola/testkit/scored-captures';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { checkInvariants } from '../invariants/check-invariants.ts';
import { activateVersion } from '../planogram-versions/activate-version.ts';
import { readPlanogram } from '../planogram-versions/read-planogram.ts';
import { addDrifted, addVersion, readCapture } from '../planogram-versions/version-world.testing.ts';
import { openQueue } from '../queue/open-queue.ts';
import { advance } from '../runner/advance.ts';
import { deadLetterCapture } from '../runner/dead-letter-capture.ts';
import { claimVersion } from '../stages/infer/claim-version.ts';
import { saveInfer } from '../stages/infer/save-infer.ts';
import { loadScore } from '../stages/score/load-score.ts';
import { saveScore } from '../stages/score/save-score.ts';
import { score } from '../stages/score/score.ts';
import { readFailures, readProgress } from './batch-progress.ts';
import { batchQueue } from './batch-queue.ts';
import { expandBatch } from './expand-batch.ts';
import { finishBatch } from './finish-batch.ts';
import { releaseItems, roomInPipeline, settleMoved } from './release-items.ts';
import { startBatchWithin } from './start-batch.ts';

const { db, url } = await createTestDatabase('release');
const world = await tinyWorld(db, url);
const { boss, queue, stop } = await openQueue(url, { role: 'send', onError: () => {} });
afterAll(async () => {
  await stop();
  await world.stop();
});
const batches = batchQueue(boss);
const tagged = await addVersion(db, 'old', ['A B']);
const current = await addVersion(db, 'new', ['B A']);
const bay = await db.transaction((tx) =>
  activateVersion(tx, { label: 'new', storeId: world.device.storeId, aisle: 'R1', actor: 'manager' }),
);
const bayId = 'bayId' in bay ? bay.bayId : '';

async function readBatch(id: string) {
  const [batch] = await db.select().from(reprocessBatch).where(eq(reprocessBatch.id, id));
  if (!batch) throw new Error('no batch');
  return batch;
}
const ids = [await addDrifted(world, 'old', 'R1'), await addDrifted(world, 'old', 'R1')];

test('a group is released against the chosen version with lower priority than live captures, and its batch ends when they end', async () => {
  const { id } = await db.transaction((tx) =>
    startBatchWithin(tx, batches, {
      scope: { kind: 'DRIFT_GROUP', bayId, taggedVersion: 'old' },
      mode: 'RELEASE',
      versionChoice: 'ACTIVE',
      versionId: null,
      publishesAtOnce: false,
      reason: 'the shelf was reset',
      createdBy: 'manager@example.com',
    }),
  );
  await expandBatch(db, batches, id);
  const batch = await readBatch(id);
  expect(batch).toMatchObject({ state: 'RUNNING', total: 2, publishesAtOnce: true });
  const free = await roomInPipeline(db, id);
  await releaseItems({ db, queue }, batch, ids);
  for (const one of ids)
    expect(await readCapture(db, one)).toMatchObject({ state: 'PREPROCESSED', pinnedVersionId: current });
  expect(await db.$count(driftItem, eq(driftItem.batchId, id))).toBe(2);
  expect(await roomInPipeline(db, id)).toBe(free - 2);
  const { rows } = await db.execute(sql`
    select j.priority from pgboss.job j join capture c on c.job_id = j.id where c.state = 'PREPROCESSED'`);
  expect(rows).toEqual([{ priority: -20 }, { priority: -20 }]);

  await settleMoved(db, id);
  expect(await finishBatch(db, batch)).toBe(false);
  // Both become dead letters in a later stage: the batch has to report them.
  const [first, second] = ids;
  const readRow = async (one = '') => {
    const [row] = await db.select().from(capture).where(eq(capture.id, one));
    if (!row) throw new Error('no capture');
    return row;
  };
  for (const one of [first, second])
    await deadLetterCapture({ db, queue }, await readRow(one), {
      stage: 'infer',
      reason: 'STAGE_FAILED',
      params: { detail: 'it broke' },
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

/** Makes a batch that moves these captures to the version of their tag, with its items listed. */
async function batchOf(captureIds: string[]) {
  const { id } = await db.transaction((tx) =>
    startBatchWithin(tx, batches, {
      scope: { kind: 'CAPTURES', captureIds },
      mode: 'RELEASE',
      versionChoice: 'TAGGED',
      versionId: null,
      publishesAtOnce: true,
      reason: 'the tag is right',
      createdBy: 'manager@example.com',
    }),
  );
  await expandBatch(db, batches, id);
  return readBatch(id);
}

/** Reads everything that a release writes about one capture. */
async function readWritten(captureId: string) {
  return {
    capture: (await db.select().from(capture).where(eq(capture.id, captureId)))[0],
    drift: await db.select().from(driftItem).where(eq(driftItem.captureId, captureId)),
    items: await db.select().from(reprocessItem).where(eq(reprocessItem.captureId, captureId)),
    events: await db
      .select()
      .from(captureEvent)
      .where(eq(captureEvent.captureId, captureId))
      .orderBy(captureEvent.revision),
  };
}

/** Runs the remaining stages: the gate, a tier that detects a perfect shelf, and the score. */
async function goOn(captureId: string) {
  const gate = await claimVersion(db, captureId);
  if (!gate || !('pinnedVersionId' in gate)) throw new Error('the gate stopped it');
  const versionId = gate.pinnedVersionId;
  const realogram = seenAsPlanned(await readPlanogram(db, versionId), () => false);
  const answer = {
    versionId,
    tier: 1 as const,
    model: { id: 'm', configHash: 'h' },
    realogram,
    inferenceMs: 1,
    attempts: [{ tier: 1 as const, provider: 'p', outcome: 'OK' as const, message: null, durationMs: 1 }],
  };
  const at = { id: captureId, state: 'PREPROCESSED', revision: 3 } as const;
  const detected = { to: 'TIER_1_INFERENCE', reason: 'ANSWERED', facts: {}, actor: 'test' } as const;
  await advance(db, queue, at, { ...detected, write: (tx) => saveInfer(tx, captureId, answer) });
  const input = await loadScore(db, captureId);
  const outcome = input && (await score(input));
  if (outcome?.kind !== 'advance') throw new Error('not scored');
  const { to, reason, facts, result } = outcome;
  const move = { to, reason, facts, actor: 'test' };
  await advance(
    db,
    queue,
    { id: captureId, state: 'TIER_1_INFERENCE', revision: 4 },
    { ...move, write: (tx) => saveScore(tx, captureId, result) },
  );
}

test('a released capture is pinned and moves on, and its item ends with the score of the capture', async () => {
  const id = await addDrifted(world, 'old', 'R1');
  const batch = await batchOf([id]);
  await releaseItems({ db, queue }, batch, [id]);
  const released = await readWritten(id);
  expect(released).toMatchObject({
    capture: { state: 'PREPROCESSED', revision: 3, pinnedVersionId: tagged, mappedFromVersionId: null },
    drift: [{ releasedBy: 'manager@example.com', releaseMode: 'TAGGED', batchId: batch.id }],
    items: [{ state: 'MOVED', claimedUntil: null, endedAt: null }],
  });
  expect(released.drift[0]?.releasedAt).toBeInstanceOf(Date);
  expect(released.events.at(-1)).toMatchObject({
    fromState: 'VERSION_DRIFT',
    toState: 'PREPROCESSED',
    reason: 'DRIFT_RELEASED',
    facts: { mode: 'TAGGED', versionId: tagged, batchId: batch.id },
    actor: 'manager@example.com',
  });

  await goOn(id);
  await settleMoved(db, batch.id);
  const after = await readWritten(id);
  expect(after.capture).toMatchObject({ state: 'SCORED', pinnedVersionId: tagged, score: 1 });
  expect(after.items).toMatchObject([
    { state: 'PUBLISHED', scoreAfterId: after.capture?.currentScoreId, failure: null, message: null },
  ]);
  expect(after.items[0]?.endedAt).toBeInstanceOf(Date);
  expect(await readFailures(db, batch.id)).toEqual([]);
  expect(await finishBatch(db, batch)).toBe(true);
  expect(await readBatch(batch.id)).toMatchObject({ state: 'PUBLISHED' });
});

test('an item is released once, when workers process it together or later, while the capture moves and after its end', async () => {
  const id = await addDrifted(world, 'old', 'R1');
  const batch = await batchOf([id]);
  const release = () => releaseItems({ db, queue }, batch, [id]);
  await Promise.all([release(), release()]);
  const released = await readWritten(id);
  expect(released.capture).toMatchObject({ state: 'PREPROCESSED', revision: 3 });
  expect(released.events).toHaveLength(4);
  await release();
  expect(await readWritten(id)).toEqual(released);

  await goOn(id);
  await settleMoved(db, batch.id);
  const scored = await readWritten(id);
  expect(scored.items).toMatchObject([{ state: 'PUBLISHED' }]);
  await release();
  await settleMoved(db, batch.id);
  expect(await readWritten(id)).toEqual(scored);
});

test('a capture that was released in another way meanwhile stays unchanged, and the batch reports it', async () => {
  const id = await addDrifted(world, 'old', 'R1');
  const [mine, other] = [await batchOf([id]), await batchOf([id])];
  await releaseItems({ db, queue }, other, [id]);
  const { items: _, ...released } = await readWritten(id);
  await releaseItems({ db, queue }, mine, [id]);
  expect(await readWritten(id)).toMatchObject(released);
  expect((await readFailures(db, mine.id)).map(({ failure }) => failure)).toEqual(['NOT_WAITING']);
});

test('a capture for which the choice finds no version stays in the queue, and the batch reports why', async () => {
  const id = await addDrifted(world, 'never-heard-of', 'R2');
  const batch = await batchOf([id]);
  await releaseItems({ db, queue }, batch, [id]);
  expect((await readFailures(db, batch.id)).map(({ failure }) => failure)).toEqual(['NO_VERSION']);
  expect(await readCapture(db, id)).toMatchObject({ state: 'VERSION_DRIFT', pinnedVersionId: null });
});
