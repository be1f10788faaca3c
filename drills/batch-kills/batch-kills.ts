import { score } from '@gondola/db';
import { checkInvariants } from '@gondola/pipeline/invariants';
import { actOnBatch, batchQueue, startBatchWithin } from '@gondola/pipeline/reprocess';
import { addScoredCaptures, importEditions } from '@gondola/pipeline/testing';
import { count, countDistinct, eq } from 'drizzle-orm';
import { openPrivateSystem, type PrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import type { Drill, DrillOptions, DrillReport } from '../drill.ts';
import { seededRandom } from '../seeded-random.ts';
import { buildShelfWorld } from '../shelf-world.ts';
import { WorkerFleet } from '../worker-fleet.ts';
import { lapseItems, readBatch, secondsUntilStill, waitUntil } from './batch-watch.ts';
import { measureLive, median } from './live-latency.ts';

interface Load {
  items: number;
  kills: number;
  /** Items taken from under a worker; more, and nobody would get anything done. */
  lapses: number;
  live: number;
  limitSeconds: number;
}

const loads: Record<DrillOptions['size'], Load> = {
  small: { items: 1200, kills: 3, lapses: 200, live: 3, limitSeconds: 150 },
  full: { items: 5000, kills: 20, lapses: 1000, live: 8, limitSeconds: 600 },
};
/** A median of fewer says little. */
const fewestLive = 3;
const workers = 2;
/** A worker needs seconds to come up: the other one shall get something done meanwhile. */
const killEveryMs = 1800;
/** A pause has taken effect when nothing ends any more. */
const pauseSecondsAllowed = 5;

/**
 * A batch of re-scores beside live captures; it is paused and resumed, its workers are killed, and claims lapse under
 * workers that are still at it. In the end every capture has one result, and live captures were not held up.
 */
export const batchKills: Drill = {
  name: 'batch-kills',
  about: 'a batch of re-scores that is paused, whose workers are killed, beside live captures',
  mutants: { 'waiting-check': './inject/without-waiting-check.ts' },
  mutantsIn: 'children',
  async run(options) {
    const load = loads[options.size];
    options.progress('control run, without faults');
    const control = await oneRun({ ...options, mutant: null }, { ...load, items: 200, kills: 0, live: 0 });
    const run = await oneRun(options, load);
    return {
      ...run,
      control: control.findings.length === 0,
      held: run.held && control.findings.length === 0,
    };
  },
};

async function oneRun(options: DrillOptions, load: Load): Promise<DrillReport> {
  const system = await openPrivateSystem();
  const fleet = new WorkerFleet(system, {
    inject: options.mutant ? (batchKills.mutants[options.mutant] ?? null) : null,
  });
  try {
    return await story(options, load, system, fleet);
  } finally {
    await fleet.stop();
    await system.close();
  }
}

async function story(
  options: DrillOptions,
  load: Load,
  system: PrivateSystem,
  fleet: WorkerFleet,
): Promise<DrillReport> {
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
  // The first ones also wait for the workers to come up; they are not measured.
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
    db.transaction((tx) => actOnBatch(tx, batches, id, what));
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
  const isOver = await waitUntil(db, id, ({ state }) => state === 'DONE', {
    seconds: load.limitSeconds,
    async meanwhile({ ended, total }) {
      if (load.kills === 0) return;
      if (faults.lapsedClaims < load.lapses) faults.lapsedClaims += await lapseItems(db, id);
      if (faults.sigkill >= load.kills || performance.now() - lastKill < killEveryMs) return;
      if (!fleet.kill(Math.floor(random() * workers))) return;
      faults.sigkill += 1;
      lastKill = performance.now();
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
  const findings = (await checkInvariants(db)).flatMap(({ invariant, violations }) =>
    violations.length === 0 ? [] : [`broken: ${invariant} (${violations.length})`],
  );
  const ratio = load.live > 0 ? liveSeconds / aloneSeconds : 1;
  const expectations: [boolean, string][] = [
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
      measuredBeside.length >= Math.min(fewestLive, load.live),
      `void: the batch was over after ${measuredBeside.length} live captures`,
    ],
  ];
  findings.push(...expectations.flatMap(([holds, words]) => (holds ? [] : [words])));
  return {
    drill: 'batch-kills',
    seed: options.seed,
    size: options.size,
    mutant: options.mutant,
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
    control: true,
    held: findings.length === 0,
    findings,
  };
}

const round = (value: number) => (Number.isFinite(value) ? Math.round(value * 100) / 100 : 0);
