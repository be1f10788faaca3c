import { openDatabase } from '@gondola/db';
import { assertSchemaCurrent } from '@gondola/db/migrate';
import { fetchPhoto } from './acquire/fetch-photo.ts';
import type { WorkerEnv } from './env.ts';
import { createIsolatedPhotos } from './images/isolated/isolated-photos.ts';
import { photoTools } from './inference/photo-tools.ts';
import { threadedTier } from './inference/thread/threaded-tier.ts';
import { createHeuristicTier } from './inference/tiers/heuristic/heuristic-tier.ts';
import { openObjectStore } from './objects/index.ts';
import { type PipelineTools, pipeline } from './pipeline.ts';
import { openQueue } from './queue/open-queue.ts';
import { countMove } from './runner/count-move.ts';
import { reconcile } from './runner/reconcile.ts';
import type { RunnerTools } from './runner/run-stage.ts';
import { startWorkers } from './runner/workers.ts';
import { defaultQualityPolicy } from './stages/quality-policy.ts';
import { createLog } from './telemetry/log.ts';
import { createMetrics } from './telemetry/metrics.ts';
import { observeDatabase } from './telemetry/observe-database.ts';

/** How often lost jobs are looked for: a loss costs minutes, not days, and a round over an idle table is free. */
const reconcileEveryMs = 30_000;
/** No shelf photo takes the heuristic a tenth of this; past it the thread is taken to hang. */
const tierTimeoutMs = 60_000;

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
  const heuristic = threadedTier(
    createHeuristicTier(),
    {
      module: new URL('./inference/tiers/heuristic/heuristic-tier.ts', import.meta.url).href,
      factory: createHeuristicTier.name,
    },
    { timeoutMs: tierTimeoutMs },
  );
  const tools: RunnerTools & PipelineTools = {
    db: database.db,
    queue,
    log,
    onMoved: (moved) => countMove(metrics, moved),
    objects,
    readPhoto: photos.read,
    fetchPhoto: (url, signal) => fetchPhoto(url, { ...photoUrlOptions(env), signal }),
    quality: { ...defaultQualityPolicy, baseDelaySeconds: env.qualityRetryBaseSeconds },
    random: Math.random,
    ladder: [heuristic],
    ...photoTools(objects, photos),
    now: () => performance.now(),
  };
  await startWorkers(pipeline, boss, tools);
  const watch = setInterval(() => {
    reconcile(tools).catch((err: unknown) => log.error({ err }, 'lost jobs could not be looked for'));
  }, reconcileEveryMs);
  log.info({ metricsPort: metrics.port }, 'worker started');

  return {
    async stop() {
      clearInterval(watch);
      await stopQueue();
      await photos.stop();
      await heuristic.stop();
      await metrics.stop();
      await database.close();
      log.info('worker stopped');
    },
  };
}

const photoUrlOptions = ({ photoUrlLoopbackPorts: ports }: WorkerEnv) =>
  ports.length > 0 ? { allowLoopback: true, allowHttp: true, allowedPorts: [80, 443, ...ports] } : {};
