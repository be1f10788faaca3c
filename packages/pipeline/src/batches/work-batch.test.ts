import { capture, captureEvent, reprocessBatch, reprocessItem, score } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { addScoredCaptures, importEditions } from '@gondola/testkit/scored-captures';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { and, count, eq, isNotNull, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { checkInvariants } from '../invariants/check-invariants.ts';
import { openQueue } from '../queue/open-queue.ts';
import { createLiveTraffic } from '../runner/live-traffic.ts';
import { createLog } from '../telemetry/log.ts';
import { actOnBatchWithin, actsOf, type BatchAct } from './act-on-batch.ts';
import { readImpact } from './batch-impact.ts';
import { readFailures, readProgress } from './batch-progress.ts';
import { batchQueue } from './batch-queue.ts';
import type { BatchTools } from './batch-tools.ts';
import { claimItems } from './claim-items.ts';
import { expandBatch } from './expand-batch.ts';
import { previewBatch } from './preview-batch.ts';
import { reconcileBatches } from './reconcile-batches.ts';
import { type BatchRow, type NewBatch, startBatchWithin } from './start-batch.ts';
import { workBatch } from './work-batch.ts';

const { db, url } = await createTestDatabase('batches');
const world = await tinyWorld(db, url);
const { boss, queue, stop } = await openQueue(url, { role: 'send', onError: () => {} });
afterAll(async () => {
  await stop();
  await world.stop();
});
const { firstId, secondId, bayId } = await importEditions(db, world.device);
const ids = await addScoredCaptures(db, world.device, { bayId, versionId: firstId, count: 65 });

const tools: BatchTools = {
  db,
  queue,
  batches: batchQueue(boss),
  live: createLiveTraffic(db),
  log: createLog({ name: 'test', level: 'error' }),
  ladder: [],
  deadlineMs: 1000,
  openPhoto: async () => null,
  openReferences: async () => new Map(),
  findCover: async () => null,
  now: () => performance.now(),
};
const quiet = new AbortController().signal;

const start = (changes: Partial<NewBatch> = {}): Promise<BatchRow> =>
  db.transaction((tx) =>
    startBatchWithin(tx, tools.batches, {
      scope: { kind: 'CAPTURES', captureIds: ids },
      mode: 'RESCORE',
      versionChoice: 'GIVEN',
      versionId: secondId,
      publishesAtOnce: false,
      reason: 'the new edition came early',
      createdBy: 'manager@example.com',
      ...changes,
    }),
  );
const act = (batchId: string, what: BatchAct) =>
  db.transaction((tx) => actOnBatchWithin(tx, tools.batches, batchId, what));
const stateOf = async (batchId: string) =>
  (await db.select().from(reprocessBatch).where(eq(reprocessBatch.id, batchId)))[0]?.state;
const countsOf = async (batchId: string) => (await readProgress(db, [batchId])).get(batchId)?.counts;
const scoresOfBatch = (batchId: string) => db.$count(score, eq(score.batchId, batchId));
const currentVersions = async () => {
  const rows = await db
    .select({ versionId: capture.pinnedVersionId, n: count() })
    .from(capture)
    .groupBy(capture.pinnedVersionId);
  return new Map(rows.map(({ versionId, n }) => [versionId, n]));
};
const broken = async () =>
  (await checkInvariants(db, { graceSeconds: 0 })).filter(({ violations }) => violations.length > 0);

test('results wait until a person publishes them, and a rollback restores the earlier scores', async () => {
  const before = await db.select({ id: capture.id, score: capture.score }).from(capture);
  const { id } = await start();
  await workBatch(id, tools, quiet);
  expect(await stateOf(id)).toBe('DONE');
  expect(await scoresOfBatch(id)).toBe(65);
  expect(await currentVersions()).toEqual(new Map([[firstId, 65]]));

  expect(await act(id, 'PUBLISH')).toMatchObject({ batch: { state: 'PUBLISHING' } });
  await workBatch(id, tools, quiet);
  expect(await stateOf(id)).toBe('PUBLISHED');
  expect(await currentVersions()).toEqual(new Map([[secondId, 65]]));
  const impact = await readImpact(db, id);
  expect(impact).toMatchObject({ compared: 65, improved: 0, worsened: 65 });
  expect(impact.histogramAfter.reduce((sum, n) => sum + n, 0)).toBe(65);
  expect(await broken()).toEqual([]);

  await act(id, 'ROLL_BACK');
  await workBatch(id, tools, quiet);
  expect(await stateOf(id)).toBe('ROLLED_BACK');
  expect(await db.select({ id: capture.id, score: capture.score }).from(capture)).toEqual(
    expect.arrayContaining(before),
  );
  expect(await currentVersions()).toEqual(new Map([[firstId, 65]]));
  expect(await broken()).toEqual([]);
});

test("a batch that publishes at once makes each result current, and the capture's history records it", async () => {
  const { id } = await start({ publishesAtOnce: true });
  await workBatch(id, tools, quiet);
  expect(await stateOf(id)).toBe('PUBLISHED');
  expect(await currentVersions()).toEqual(new Map([[secondId, 65]]));
  const moves = await db.$count(
    captureEvent,
    and(eq(captureEvent.reason, 'RESCORED'), eq(captureEvent.actor, `batch:${id}`)),
  );
  expect(moves).toBe(65);
  await act(id, 'ROLL_BACK');
  await workBatch(id, tools, quiet);
  expect(await currentVersions()).toEqual(new Map([[firstId, 65]]));
});

test('many workers at once score every capture once, and others take over the claim of a worker that died', async () => {
  const { id } = await start();
  while (await expandBatch(db, tools.batches, id));
  // The worker dies here: no process releases its claims.
  const dead = await claimItems(db, id, { count: 20, leaseSeconds: 600 });
  expect(dead).toHaveLength(20);
  await Promise.all(Array.from({ length: 4 }, () => workBatch(id, tools, quiet)));
  expect(await countsOf(id)).toMatchObject({ WAITING: 20, DONE: 45 });
  expect(await stateOf(id)).toBe('RUNNING');
  await db.execute(sql`update reprocess_item set claimed_until = now() where claimed_until is not null`);
  await Promise.all(Array.from({ length: 4 }, () => workBatch(id, tools, quiet)));
  expect(await countsOf(id)).toMatchObject({ WAITING: 0, DONE: 65 });
  expect(await stateOf(id)).toBe('DONE');
  expect(await scoresOfBatch(id)).toBe(65);
  expect(await broken()).toEqual([]);
});

test('a capture that kills worker after worker fails alone', async () => {
  const { id } = await start({ scope: { kind: 'CAPTURES', captureIds: ids.slice(0, 2) } });
  await expandBatch(db, tools.batches, id);
  await db
    .update(reprocessItem)
    .set({ attempts: 6, claimedUntil: sql`now() - interval '1 second'` })
    .where(and(eq(reprocessItem.batchId, id), eq(reprocessItem.captureId, ids[0] ?? '')));
  await workBatch(id, tools, quiet);
  expect(await countsOf(id)).toMatchObject({ DONE: 1, FAILED: 1 });
  expect(await readFailures(db, id)).toEqual([
    {
      state: 'FAILED',
      failure: 'WORKER_CRASHED',
      message: 'The worker died 6 times while it worked on this capture.',
      count: 1,
    },
  ]);
  expect(await act(id, 'RETRY_FAILED')).toMatchObject({ batch: { state: 'RUNNING' } });
  await workBatch(id, tools, quiet);
  expect(await countsOf(id)).toMatchObject({ DONE: 2, FAILED: 0 });
});

test('nothing is written while a batch is paused, and after the pause it continues where it stopped', async () => {
  const { id } = await start();
  await expandBatch(db, tools.batches, id);
  // A worker has claimed these, and its results will be discarded.
  await claimItems(db, id, { count: 20, leaseSeconds: 600 });
  await act(id, 'PAUSE');
  await workBatch(id, tools, quiet);
  expect(await scoresOfBatch(id)).toBe(0);
  await act(id, 'RESUME');
  expect(await stateOf(id)).toBe('RUNNING');
  await workBatch(id, tools, quiet);
  expect(await countsOf(id)).toMatchObject({ DONE: 65 });
});

test('a cancelled batch marks every remaining capture as skipped, and cannot be published', async () => {
  const { id } = await start();
  await expandBatch(db, tools.batches, id);
  await act(id, 'CANCEL');
  await workBatch(id, tools, quiet);
  expect(await countsOf(id)).toMatchObject({ WAITING: 0, SKIPPED: 65 });
  expect(await act(id, 'PUBLISH')).toMatchObject({ problem: 'NOT_POSSIBLE' });
  expect(await broken()).toEqual([]);
});

test('a score that changed meanwhile is not overwritten', async () => {
  const [first, second] = [await start(), await start({ versionChoice: 'PINNED', versionId: null })];
  for (const { id } of [first, second]) await workBatch(id, tools, quiet);
  for (const { id } of [first, second]) {
    await act(id, 'PUBLISH');
    await workBatch(id, tools, quiet);
  }
  expect(await countsOf(first.id)).toMatchObject({ PUBLISHED: 65 });
  expect(await countsOf(second.id)).toMatchObject({ PUBLISHED: 0, OUTDATED: 65 });
  await act(first.id, 'ROLL_BACK');
  await workBatch(first.id, tools, quiet);
  expect(await currentVersions()).toEqual(new Map([[firstId, 65]]));
});

test('captures that the batch cannot process are skipped with the reason', async () => {
  const { id } = await start({ versionChoice: 'TAGGED', versionId: null, mode: 'REINFER' });
  await workBatch(id, tools, quiet);
  expect((await readFailures(db, id)).map(({ failure, count: n }) => [failure, n])).toEqual([
    ['PHOTO_EXPIRED', 65],
  ]);
  expect(await stateOf(id)).toBe('DONE');
});

test('a dry run reports counts, time and impact, and stores nothing', async () => {
  const preview = await previewBatch(db, {
    scope: { kind: 'FILTER', filter: { states: ['SCORED'], storeCode: '0421' } },
    mode: 'RESCORE',
    versionChoice: 'GIVEN',
    versionId: secondId,
  });
  expect(preview).toMatchObject({ captures: 65, eligible: 65, sample: { captures: 40, skipped: [] } });
  expect(preview.sample?.impact.worsened).toBe(40);
  expect(preview.estimatedMinutes).toBeGreaterThan(0);
  const nothing = await previewBatch(db, {
    scope: { kind: 'FILTER', filter: { storeCode: 'nowhere' } },
    mode: 'RESCORE',
    versionChoice: 'ACTIVE',
    versionId: null,
  });
  expect(nothing).toMatchObject({ captures: 0, eligible: 0, sample: { captures: 0 } });
});

test('a batch whose job was lost gets a new one, and one with a job does not', async () => {
  const { id } = await start();
  await db
    .update(reprocessBatch)
    .set({ stateChangedAt: sql`now() - interval '1 minute'` })
    .where(isNotNull(reprocessBatch.id));
  expect(await reconcileBatches(tools)).not.toContain(id);
  await db.execute(sql`delete from pgboss.job where name = 'reprocess'`);
  expect(await reconcileBatches(tools)).toContain(id);
  expect(await reconcileBatches(tools)).toEqual([]);
});

test('a batch offers only what its state allows', () => {
  expect(actsOf({ state: 'DONE', mode: 'RESCORE', publishesAtOnce: false })).toEqual([
    'PUBLISH',
    'RETRY_FAILED',
    'CANCEL',
  ]);
  expect(actsOf({ state: 'PUBLISHED', mode: 'RELEASE', publishesAtOnce: true })).toEqual(['RETRY_FAILED']);
  expect(actsOf({ state: 'ROLLED_BACK', mode: 'RESCORE', publishesAtOnce: false })).toEqual([]);
});
