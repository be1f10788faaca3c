import { setTimeout as sleep } from 'node:timers/promises';
import { checkInvariants } from '@gondola/pipeline/invariants';
import { sql } from 'drizzle-orm';
import { openPrivateSystem, type PrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import type { Drill, DrillOptions, DrillReport } from '../drill.ts';
import { handIn } from '../hand-in.ts';
import { seededRandom } from '../seeded-random.ts';
import { buildShelfWorld } from '../shelf-world.ts';
import { WorkerFleet } from '../worker-fleet.ts';
import { crashEverywhere } from './crash-everywhere.ts';
import { lapseClaims } from './lapse-claims.ts';
import { readStory, type Story } from './read-story.ts';

interface Load {
  captures: number;
  workers: number;
  kills: number;
  lapses: number;
  photos: number;
  limitSeconds: number;
}

const loads: Record<DrillOptions['size'], Load> = {
  small: { captures: 40, workers: 2, kills: 6, lapses: 24, photos: 4, limitSeconds: 240 },
  full: { captures: 500, workers: 4, kills: 60, lapses: 200, photos: 8, limitSeconds: 1800 },
};

/**
 * Captures sent three times each; workers killed with SIGKILL at every step of every stage and at random moments,
 * and claims on jobs that lapse while the first worker is still at it. Afterwards every capture has ended once.
 */
export const workerKills: Drill = {
  name: 'worker-kills',
  about: 'SIGKILL in the middle of each stage, at random, and jobs delivered twice at the same time',
  mutants: { 'compare-and-set': './inject/without-compare-and-set.ts' },
  mutantsIn: 'children',
  async run(options) {
    const load = loads[options.size];
    options.progress('control run, without faults');
    const control = await oneRun({ ...options, mutant: null }, { ...load, captures: 8, kills: 0, lapses: 0 });
    const run = await oneRun(options, load);
    return {
      ...run,
      control: control.findings.length === 0,
      held: run.held && control.findings.length === 0,
    };
  },
};

async function oneRun(options: DrillOptions, load: Load): Promise<DrillReport> {
  const random = seededRandom(options.seed);
  const system = await openPrivateSystem();
  const inject = options.mutant ? (workerKills.mutants[options.mutant] ?? null) : null;
  // The mutant takes the second line out as well: the history's primary key refuses a second move by itself.
  if (inject)
    await system.database.db.execute(
      sql`alter table capture_event drop constraint capture_event_capture_id_revision_pk`,
    );
  const faults: Record<string, number> = { sigkill: 0, lapsedClaims: 0, plantedCrashes: 0 };
  try {
    options.progress('rendering photos');
    const world = await buildShelfWorld(system, load.photos);
    const planted =
      load.kills > 0 ? await crashEverywhere(system, world, options.progress) : { ids: [], points: 0 };
    faults.plantedCrashes = planted.points;

    const accepted = await handIn(system, world, load.captures);
    for (const id of planted.ids) accepted.add(id);
    options.progress(`${accepted.size} captures accepted`);
    const fleet = new WorkerFleet(system, { inject });
    fleet.start(load.workers);
    const started = performance.now();
    let lastKill = started;
    let story: Story;
    for (;;) {
      story = await readStory(system.database.db, [...accepted]);
      const seconds = (performance.now() - started) / 1000;
      options.progress(
        `${Math.round(seconds)} s: ${story.terminal} of ${accepted.size} terminal, ${faults.sigkill} kills`,
      );
      if (story.terminal === accepted.size || seconds > load.limitSeconds) break;
      if ((faults.lapsedClaims ?? 0) < load.lapses)
        faults.lapsedClaims = (faults.lapsedClaims ?? 0) + (await lapseClaims(system.database.db));
      // The first seconds go to starting up; a kill then would hit nothing.
      if ((faults.sigkill ?? 0) < load.kills && seconds > 6 && story.active > 0 && random() < 0.5) {
        if (fleet.kill(Math.floor(random() * load.workers))) {
          faults.sigkill = (faults.sigkill ?? 0) + 1;
          lastKill = performance.now();
        }
      }
      await sleep(700);
    }
    const drainSeconds = (performance.now() - lastKill) / 1000;
    await fleet.stop();
    return await judge(options, load, system, accepted, faults, fleet, drainSeconds);
  } finally {
    await system.close();
  }
}

async function judge(
  options: DrillOptions,
  load: Load,
  system: PrivateSystem,
  accepted: ReadonlySet<string>,
  faults: Record<string, number>,
  fleet: WorkerFleet,
  drainSeconds: number,
): Promise<DrillReport> {
  const story = await readStory(system.database.db, [...accepted]);
  const findings = (await checkInvariants(system.database.db)).flatMap((report) =>
    report.violations.length === 0 ? [] : [`broken: ${report.invariant} (${report.violations.length})`],
  );
  const expectations: [boolean, string][] = [
    [story.lost === 0, `${story.lost} accepted captures are not there`],
    [story.terminal === accepted.size, `${accepted.size - story.terminal} captures did not end`],
    [story.doubleScored === 0, `${story.doubleScored} captures were scored more than once`],
    [story.deadLettered === 0, `${story.deadLettered} healthy captures were set aside`],
    [story.repeatedMoves === 0, `${story.repeatedMoves} moves were made twice`],
    [story.rows === accepted.size, `${story.rows} rows for ${accepted.size} captures`],
    [
      fleet.errors.size === 0,
      `workers logged errors: ${[...fleet.errors].map(([m, n]) => `${n} x ${m}`).join('; ')}`,
    ],
  ];
  findings.push(...expectations.flatMap(([holds, words]) => (holds ? [] : [words])));
  if (load.kills > 0 && faults.plantedCrashes !== 12) findings.push('void: a planted crash was not hit');
  const enoughFaults = load.kills === 0 || ((faults.sigkill ?? 0) > 0 && (faults.lapsedClaims ?? 0) > 0);
  // Two workers at the same job that never meet at the door prove nothing about the door.
  if (load.kills > 0 && options.mutant === null && fleet.refusedMoves === 0)
    findings.push('void: no two workers ever met at the same move');
  if (!enoughFaults) findings.push('void: too few faults were injected');
  const { lost, terminal, doubleScored, deadLettered, repeatedMoves } = story;
  return {
    drill: 'worker-kills',
    seed: options.seed,
    size: options.size,
    mutant: options.mutant,
    faults,
    figures: {
      accepted: accepted.size,
      terminal,
      lost,
      doubleScored,
      repeatedMoves,
      refusedMoves: fleet.refusedMoves,
      deadLettered,
      drainSecondsAfterLastKill: Math.round(drainSeconds),
    },
    control: true,
    held: findings.length === 0,
    findings,
  };
}
