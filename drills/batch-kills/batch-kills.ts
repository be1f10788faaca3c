import { score } from '@gondola/db';
import { actOnBatchWithin, batchQueue, startBatchWithin } from '@gondola/pipeline/batches';
import { openPrivateSystem, type PrivateSystem } from '@gondola/testkit/private-system';
import { addScoredCaptures, importEditions } from '@gondola/testkit/scored-captures';
import { seededRandom } from '@gondola/testkit/seeded-random';
import { buildShelfWorld } from '@gondola/testkit/shelf-world';
import { count, countDistinct, eq } from 'drizzle-orm';
import { broken, type DrillSize, type RunOptions, type RunReport, scenario } from '../drill.ts';
import { findViolations } from '../find-violations.ts';
import { WorkerFleet } from '../worker-fleet.ts';
import { endClaims, lapseItems, readBatch, secondsUntilStill, waitUntil } from './batch-watch.ts';
import { measureLive, median } from './live-latency.ts';

interface Load {
  items: number;
  kills: number;
  /** Claims that lapse under a running worker; with more, no worker would complete anything. */
  lapses: number;
  live: number;
  /** False: the claims of killed workers are brought forward, which saves the minute that a claim lasts. */
  waitsForClaims: boolean;
  limitSeconds: number;
}

const loads: Record<DrillSize, Load> = {
  small: { items: 1600, kills: 2, lapses: 160, live: 3, waitsForClaims: false, limitSeconds: 150 },
  full: { items: 5000, kills: 20, lapses: 1000, live: 8, waitsForClaims: true, limitSeconds: 600 },
};
/** A median of fewer captures is not meaningful. */
const minLive = 3;
const workers = 2;
/** A worker needs seconds to start; the other one should complete items meanwhile. */
const killEveryMs = 1800;
/** A batch without progress for this long waits for the claims of killed workers alone. */
const stillMs = 3_000;
/** Maximum time until a pause takes effect: then no item ends any more. */
const pauseSecondsAllowed = 5;

/**
 * Runs a batch of re-scores beside live captures. The batch is paused and resumed, its workers are killed, and claims
 * lapse while their workers still run. At the end every capture has one result, and live captures were not delayed.
 */
export const batchKills = scenario({
  loads,
  control: (load) => ({ ...load, items: 200, kills: 0, live: 0 }),
  oneRun,
});

async function oneRun(load: Load, options: RunOptions): Promise<RunReport> {
  const system = await openPrivateSystem();
  try {
    const fleet = new WorkerFleet(system, { injections: options.injections });
    return await fleet.during(() => runBatches(options, load, system, fleet));
  } finally {
    await system.close();
  }
}

async function runBatches(
  options: RunOptions,
  load: Load,
  system: PrivateSystem,
  fleet: WorkerFleet,
): Promise<RunReport> {
  const { db } = system.database;
  const { progress } = options;
  const random = seededRandom(options.seed);
  const batches = batchQueue(system.queue.boss);
  const world = await buildShelfWorld(system, 2);
  const { firstId, secondId, bayId } = await importEditions(db, world.device);
  progress(`writing ${load.items} scored captures`);
  const captureIds = await addScoredCaptures(db, world.device, {
    bayId,
    versionId: firstId,
    count: load.items,
  });
  fleet.start(workers);
  // The first captures also wait for the workers to start, so they are not measured.
  await measureLive(system, world, { count: Math.min(2, load.live), firstOrdinal: 0 });
  const aloneSeconds = median(await measureLive(system, world, { count: load.live, firstOrdinal: 1000 }));

  const start = () =>
    db.transaction((tx) =>
      startBatchWithin(tx, batches, {
        scope: { kind: 'CAPTURES', captureIds },
        mode: 'RESCORE',
        versionChoice: 'GIVEN',
        versionId: secondId,
        publishesAtOnce: false,
        reason: 'drill',
        createdBy: 'drill',
      }),
    );
  const beside = await start();
  const measuredBeside = await measureLive(system, world, {
    count: load.live,
    firstOrdinal: 2000,
    goOn: async () => (await readBatch(db, beside.id)).state !== 'DONE',
  });
  const liveSeconds = median(measuredBeside);
  if (load.live > 0)
    progress(`live captures: ${aloneSeconds.toFixed(2)} s alone, ${liveSeconds.toFixed(2)} s beside a batch`);
  await waitUntil(db, beside.id, ({ state }) => state === 'DONE', { seconds: load.limitSeconds });

  const { id } = await start();
  const started = performance.now();
  const act = (what: 'PAUSE' | 'RESUME' | 'PUBLISH') =>
    db.transaction((tx) => actOnBatchWithin(tx, batches, id, what));
  await waitUntil(db, id, ({ ended }) => ended > 0, { seconds: 60 });
  const paused = load.kills > 0 && 'batch' in (await act('PAUSE'));
  const pauseSeconds = paused ? await secondsUntilStill(db, id) : 0;
  if (paused) {
    progress(
      `paused at ${(await readBatch(db, id)).ended} of ${load.items}; still after ${pauseSeconds.toFixed(1)} s`,
    );
    await act('RESUME');
  }

  const faults = { sigkill: 0, lapsedClaims: 0, pauses: Number(paused) };
  let lastKill = Number.NEGATIVE_INFINITY;
  let progressed = { ended: 0, at: performance.now() };
  const isOver = await waitUntil(db, id, ({ state }) => state === 'DONE', {
    seconds: load.limitSeconds,
    async meanwhile({ ended, total }) {
      if (load.kills === 0) return;
      // Claims lapse while both workers live; the kills come later.
      if (faults.lapsedClaims < load.lapses && ended < total / 2) {
        faults.lapsedClaims += await lapseItems(db, id);
        return;
      }
      const now = performance.now();
      if (ended !== progressed.ended) progressed = { ended, at: now };
      if (faults.sigkill >= load.kills) {
        if (!load.waitsForClaims && now - progressed.at > stillMs) await endClaims(db, id);
        return;
      }
      if (now - lastKill < killEveryMs) return;
      if (!fleet.kill(Math.floor(random() * workers))) return;
      faults.sigkill += 1;
      lastKill = now;
      progress(`${ended} of ${total}, ${faults.sigkill} kills`);
    },
  });
  const batchSeconds = (performance.now() - started) / 1000;
  await act('PUBLISH');
  const isPublished = await waitUntil(db, id, ({ state }) => state === 'PUBLISHED', {
    seconds: load.limitSeconds,
  });
  await fleet.stop();

  const [rows] = await db
    .select({ scores: count(), captures: countDistinct(score.captureId) })
    .from(score)
    .where(eq(score.batchId, id));
  const { scores = 0, captures = 0 } = rows ?? {};
  const ratio = load.live > 0 ? liveSeconds / aloneSeconds : 1;
  const findings = [
    ...(await findViolations(db)),
    ...broken([
      [isOver, 'the batch did not come to its end'],
      [isPublished, 'the results were not published'],
      [captures === load.items, `${captures} of ${load.items} captures have a result`],
      [scores === captures, `${scores - captures} captures were scored twice`],
      [pauseSeconds <= pauseSecondsAllowed, `the pause took effect after ${pauseSeconds.toFixed(1)} s`],
      [ratio <= 1.5, `live captures took ${ratio.toFixed(2)} times as long beside the batch`],
      [fleet.errors.size === 0, `workers logged errors: ${[...fleet.errors.keys()].join('; ')}`],
      [load.kills === 0 || faults.sigkill >= Math.min(load.kills, 2), 'void: too few kills'],
      [load.kills === 0 || faults.lapsedClaims > 0, 'void: no claim lapsed'],
      [
        measuredBeside.length >= Math.min(minLive, load.live),
        `void: the batch was over after ${measuredBeside.length} live captures`,
      ],
    ]),
  ];
  return {
    faults,
    figures: {
      items: load.items,
      captures,
      scores,
      pauseSeconds: round(pauseSeconds),
      liveSecondsAlone: round(aloneSeconds),
      liveSecondsBeside: round(liveSeconds),
      batchSeconds: round(batchSeconds),
    },
    findings,
  };
}

const round = (value: number) => (Number.isFinite(value) ? Math.round(value * 100) / 100 : 0);
