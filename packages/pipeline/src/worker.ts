import { openDatabase } from '@gondola/db';
import { assertSchemaCurrent } from '@gondola/db/migrate';
import { loggedPhotoFetcher } from './acquire/logged-photo-fetcher.ts';
import { keepArchive } from './archive/keep-archive.ts';
import type { WorkerEnv } from './env.ts';
import { createIsolatedPhotos } from './images/isolated/isolated-photos.ts';
import { openLadder } from './inference/open-ladder.ts';
import { photoTools } from './inference/photo-tools.ts';
import { openObjectStore } from './objects/index.ts';
import { type PipelineTools, pipeline } from './pipeline.ts';
import { runDueActivations } from './planogram-versions/run-due-activations.ts';
import { openQueue } from './queue/open-queue.ts';
import { batchQueue } from './reprocess/batch-queue.ts';
import { startBatchWorker } from './reprocess/batch-worker.ts';
import { reconcileBatches } from './reprocess/reconcile-batches.ts';
import type { BatchTools } from './reprocess/work-batch.ts';
import { countMove } from './runner/count-move.ts';
import { createLiveWork } from './runner/live-work.ts';
import { reconcile } from './runner/reconcile.ts';
import { startRounds } from './runner/rounds.ts';
import type { RunnerTools } from './runner/run-stage.ts';
import { startWorkers } from './runner/workers.ts';
import { orNoPhoto } from './stages/no-photo.ts';
import { breakerBook } from './store/breaker/breaker-book.ts';
import { keepBreakers } from './store/breaker/keep-breakers.ts';
import { createLog } from './telemetry/log.ts';
import { createMetrics } from './telemetry/metrics.ts';
import { observeDatabase } from './telemetry/observe-database.ts';

/** A loss costs minutes, not days, and a round over an idle table is free. */
const reconcileEveryMs = 30_000;
/** A reset of a thousand stores is planned to the minute. */
const activationsEveryMs = 15_000;
/** Reviews are due by the week, offers by the outage, the archive by the day: a minute late is early. */
const keepEveryMs = 60_000;
/** Two calls of tier 1 and one of tier 2; the heuristic then still has the queue's patience. */
const ladderDeadlineMs = 30_000;

export interface RunningWorker {
  /** Lets the work in hand end (up to 8 s), then closes everything. */
  stop(): Promise<void>;
}

/** Starts the pipeline: opens its tools, puts the stages to work, watches over lost jobs. */
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
  const metrics = await createMetrics({
    ...env.metrics,
    observe: observeDatabase(database.db),
    onError: (err) => log.warn({ err }, 'the gauges could not be read'),
  });
  const objects = openObjectStore(env.objectStore);
  const photos = createIsolatedPhotos();
  const fetchPhoto = loggedPhotoFetcher({ rules: env.photoUrlRules }, log);
  const ladder = await openLadder(env.tiers, breakerBook(database.db, Math.random), log);
  const tools: RunnerTools & PipelineTools & BatchTools = {
    db: database.db,
    queue,
    log,
    onMoved: (moved) => countMove(metrics, moved),
    objects,
    readPhoto: (bytes) => orNoPhoto(photos.read(bytes)),
    fetchPhoto: (url, signal) => orNoPhoto(fetchPhoto(url, signal)),
    qualityRetryBaseSeconds: env.qualityRetryBaseSeconds,
    random: Math.random,
    ladder: ladder.rungs,
    deadlineMs: ladderDeadlineMs,
    ...photoTools(objects, photos),
    now: () => performance.now(),
    live: createLiveWork(database.db),
    batches: batchQueue(boss),
  };
  await startWorkers(pipeline, boss, tools);
  await startBatchWorker(boss, tools);
  const rounds = startRounds(
    [
      { about: 'lost jobs', everyMs: reconcileEveryMs, run: () => reconcile(tools) },
      { about: 'lost batch jobs', everyMs: reconcileEveryMs, run: () => reconcileBatches(tools) },
      { about: 'activations', everyMs: activationsEveryMs, run: () => runDueActivations(tools) },
      {
        about: 'breakers',
        everyMs: keepEveryMs,
        run: () => keepBreakers(database.db, tools.batches, env.rescoreOffers),
      },
      { about: 'archive', everyMs: keepEveryMs, run: (signal) => keepArchive(tools, signal) },
    ],
    log,
  );
  log.info({ metricsPort: metrics.port }, 'worker started');

  return {
    async stop() {
      await rounds.stop();
      await stopQueue();
      await photos.stop();
      await ladder.stop();
      await metrics.stop();
      await database.close();
      log.info('worker stopped');
    },
  };
}
