import { openDatabase } from '@gondola/db';
import { assertSchemaCurrent } from '@gondola/db/migrate';
import { batchQueue } from './batches/batch-queue.ts';
import type { BatchTools } from './batches/batch-tools.ts';
import { startBatchWorker } from './batches/batch-worker.ts';
import { reconcileBatches } from './batches/reconcile-batches.ts';
import { breakerRows } from './breakers/rows/breaker-rows.ts';
import { reviewClocks } from './clocks/review-clocks.ts';
import { createCoverThread } from './cover/cover-thread.ts';
import type { WorkerEnv } from './env.ts';
import { createIsolatedPhotos } from './images/isolated/isolated-photos.ts';
import { openLadder } from './inference/ladder/open-ladder.ts';
import { openObjectStore } from './objects/index.ts';
import { photoTools } from './open-photos.ts';
import { assignDevices } from './periodic/assign-devices.ts';
import { startPeriodicTasks } from './periodic/periodic-tasks.ts';
import { reviewBreakers } from './periodic/review-breakers.ts';
import { reviewDeviations } from './periodic/review-deviations.ts';
import { loggedPhotoFetcher } from './photo-fetch/logged-photo-fetcher.ts';
import { type PipelineTools, pipeline } from './pipeline.ts';
import { runDueActivations } from './planogram-versions/run-due-activations.ts';
import { openQueue } from './queue/open-queue.ts';
import { runRetention } from './retention/run-retention.ts';
import { countMove } from './runner/count-move.ts';
import { countersAtZero } from './runner/counters-at-zero.ts';
import { createLiveTraffic } from './runner/live-traffic.ts';
import { reconcile } from './runner/reconcile.ts';
import type { RunnerTools } from './runner/run-stage.ts';
import { startWorkers } from './runner/workers.ts';
import { orUnusablePhoto } from './stages/preprocess/unusable-photo.ts';
import { createLog } from './telemetry/log.ts';
import { createMetrics } from './telemetry/metrics.ts';

/** A lost job delays its capture by minutes at most; a query on an idle table is cheap. */
const reconcileEveryMs = 30_000;
/** Stores plan a planogram reset to the minute. */
const activationsEveryMs = 15_000;
/**
 * None of these tasks is urgent: breaker reviews are due weekly, re-score offers after an outage, baselines and the archive
 * daily.
 */
const maintainEveryMs = 60_000;
/** Enough for two calls of tier 1 and one of tier 2; tier 3 still ends before the claim of the job expires. */
const ladderDeadlineMs = 30_000;

export interface RunningWorker {
  /** Waits up to 8 s for the jobs in progress, then closes everything. */
  stop(): Promise<void>;
}

/** Starts the pipeline: opens its tools, starts the stages and the periodic tasks. */
export async function startWorker(env: WorkerEnv): Promise<RunningWorker> {
  const log = createLog({ name: 'worker', level: env.logLevel });
  await assertSchemaCurrent(env.databaseUrl);
  const database = openDatabase(env.databaseUrl, { maxConnections: 8 });
  const {
    boss,
    queue,
    stop: stopQueue,
  } = await openQueue(env.databaseUrl, {
    role: 'work',
    monitorIntervalSeconds: env.queueMonitorSeconds,
    onError: (err) => log.error({ err }, 'queue error'),
  });
  const metrics = await createMetrics(env.metrics);
  const objects = openObjectStore(env.objectStore);
  const photos = createIsolatedPhotos();
  const fetchPhoto = loggedPhotoFetcher({ rules: env.photoUrlRules }, log);
  const ladder = await openLadder(env.tiers, breakerRows(database.db, Math.random), log);
  countersAtZero(metrics, ladder.steps);
  const cover = createCoverThread(log);
  const tools: RunnerTools & PipelineTools & BatchTools = {
    db: database.db,
    queue,
    log,
    onMoved: (moved) => countMove(metrics, moved),
    objects,
    readPhoto: (bytes) => orUnusablePhoto(photos.read(bytes)),
    fetchPhoto: (url, signal) => orUnusablePhoto(fetchPhoto(url, signal)),
    qualityRetryBaseSeconds: env.qualityRetryBaseSeconds,
    random: Math.random,
    ladder: ladder.steps,
    deadlineMs: ladderDeadlineMs,
    findCover: (input, signal) => cover.find(input, signal),
    ...photoTools(objects, photos),
    now: () => performance.now(),
    live: createLiveTraffic(database.db),
    batches: batchQueue(boss),
  };
  await startWorkers(pipeline, boss, tools);
  await startBatchWorker(boss, tools);
  const periodicTasks = startPeriodicTasks(
    [
      { about: 'lost jobs', everyMs: reconcileEveryMs, run: () => reconcile(tools) },
      { about: 'lost batch jobs', everyMs: reconcileEveryMs, run: () => reconcileBatches(tools) },
      { about: 'activations', everyMs: activationsEveryMs, run: () => runDueActivations(tools) },
      {
        about: 'breakers',
        everyMs: maintainEveryMs,
        run: () => reviewBreakers(database.db, tools.batches, env.rescoreOffers),
      },
      {
        about: 'devices of older captures',
        everyMs: maintainEveryMs,
        run: (signal) => assignDevices(database.db, signal),
      },
      { about: 'clocks', everyMs: maintainEveryMs, run: () => reviewClocks(database.db) },
      {
        about: 'baselines',
        everyMs: maintainEveryMs,
        run: (signal) => reviewDeviations(database.db, signal),
      },
      { about: 'archive', everyMs: maintainEveryMs, run: (signal) => runRetention(tools, signal) },
    ],
    log,
  );
  log.info({ metricsPort: metrics.port }, 'worker started');

  return {
    async stop() {
      await periodicTasks.stop();
      await stopQueue();
      await photos.stop();
      await ladder.stop();
      await cover.stop();
      await metrics.stop();
      await database.close();
      log.info('worker stopped');
    },
  };
}
