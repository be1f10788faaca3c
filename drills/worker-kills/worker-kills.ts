import { setTimeout as sleep } from 'node:timers/promises';
import { openPrivateSystem, type PrivateSystem } from '@gondola/testkit/private-system';
import { seededRandom } from '@gondola/testkit/seeded-random';
import { buildShelfWorld } from '@gondola/testkit/shelf-world';
import { submitCaptures } from '@gondola/testkit/submit-captures';
import { sql } from 'drizzle-orm';
import { broken, type DrillSize, type RunOptions, type RunReport, scenario } from '../drill.ts';
import { findViolations } from '../find-violations.ts';
import { WorkerFleet } from '../worker-fleet.ts';
import { crashEverywhere, crashPoints } from './crash-everywhere.ts';
import { lapseClaims } from './lapse-claims.ts';
import { readOutcomes } from './read-outcomes.ts';
import { openStalls } from './stalls.ts';

interface Load {
  captures: number;
  /** Captures for the injected crashes. */
  planted: number;
  workers: number;
  kills: number;
  lapses: number;
  /** Workers that are stalled until a second one does the same work. */
  stalls: number;
  photos: number;
  limitSeconds: number;
}

const loads: Record<DrillSize, Load> = {
  small: {
    captures: 10,
    planted: 16,
    workers: 2,
    kills: 4,
    lapses: 6,
    stalls: 2,
    photos: 1,
    limitSeconds: 400,
  },
  full: {
    captures: 500,
    planted: 24,
    workers: 4,
    kills: 60,
    lapses: 200,
    stalls: 20,
    photos: 8,
    limitSeconds: 1800,
  },
};

/**
 * Captures are sent three times each. Workers are killed with SIGKILL at every step of every stage and at random
 * moments, and claims lapse while the first worker still runs. Afterwards every capture has ended once.
 */
export const workerKills = scenario({
  loads,
  control: (load) => ({ ...load, captures: 2, planted: 0, kills: 0, lapses: 0, stalls: 0 }),
  oneRun,
});

/** Two stalls of 20 s at most, one after the other. */
const meetWithinSeconds = 60;

async function oneRun(load: Load, options: RunOptions): Promise<RunReport> {
  const random = seededRandom(options.seed);
  const system = await openPrivateSystem();
  // The mutant removes the second defence too: the history's primary key refuses a second move by itself.
  if (options.mutant !== null)
    await system.database.db.execute(
      sql`alter table capture_event drop constraint capture_event_capture_id_revision_pk`,
    );
  const faults: Record<string, number> = { sigkill: 0, lapsedClaims: 0, plantedCrashes: 0 };
  try {
    options.progress('rendering photos');
    const world = await buildShelfWorld(system, load.photos);
    const planted =
      load.kills > 0
        ? await crashEverywhere(system, world, load.planted, options.progress)
        : { ids: [], points: 0 };
    faults.plantedCrashes = planted.points;

    const accepted = await submitCaptures(system, world, load.captures);
    for (const id of planted.ids) accepted.add(id);
    options.progress(`${accepted.size} captures accepted`);
    const stalls = await openStalls(system, load.stalls);
    const fleet = new WorkerFleet(system, {
      injections: [...stalls.injections, ...options.injections],
      env: stalls.env,
    });
    const drainSeconds = await fleet.during(async () => {
      fleet.start(load.workers);
      const started = performance.now();
      let lastKill = started;
      for (;;) {
        const outcomes = await readOutcomes(system.database.db, [...accepted]);
        const seconds = (performance.now() - started) / 1000;
        if (outcomes.terminal === accepted.size || seconds > load.limitSeconds) break;
        // A killed worker cannot compete for a move, so kills begin when two workers have competed, or will not. The second
        // move was refused then, or made, without the defence.
        const haveMet =
          load.stalls === 0 ||
          fleet.refusedMoves > 0 ||
          outcomes.repeatedMoves > 0 ||
          seconds > meetWithinSeconds;
        // A worker that is killed while stalled cannot compete.
        const isStalled = await stalls.lapse();
        if ((faults.lapsedClaims ?? 0) < load.lapses)
          faults.lapsedClaims = (faults.lapsedClaims ?? 0) + (await lapseClaims(system.database.db));
        if (
          (faults.sigkill ?? 0) < load.kills &&
          !isStalled &&
          haveMet &&
          outcomes.active > 0 &&
          random() < 0.3
        ) {
          if (fleet.kill(Math.floor(random() * load.workers))) {
            faults.sigkill = (faults.sigkill ?? 0) + 1;
            lastKill = performance.now();
            options.progress(`${outcomes.terminal} of ${accepted.size} ended, ${faults.sigkill} kills`);
          }
        }
        await sleep(300);
      }
      return (performance.now() - lastKill) / 1000;
    });
    faults.stalls = stalls.count();
    return await judge(options, load, system, accepted, faults, fleet, drainSeconds);
  } finally {
    await system.close();
  }
}

async function judge(
  options: RunOptions,
  load: Load,
  system: PrivateSystem,
  accepted: ReadonlySet<string>,
  faults: Record<string, number>,
  fleet: WorkerFleet,
  drainSeconds: number,
): Promise<RunReport> {
  const outcomes = await readOutcomes(system.database.db, [...accepted]);
  const findings = await findViolations(system.database.db);
  findings.push(
    ...broken([
      [outcomes.lost === 0, `${outcomes.lost} accepted captures are missing`],
      [outcomes.terminal === accepted.size, `${accepted.size - outcomes.terminal} captures did not end`],
      [outcomes.doubleScored === 0, `${outcomes.doubleScored} captures were scored more than once`],
      [outcomes.deadLettered === 0, `${outcomes.deadLettered} healthy captures became dead letters`],
      [outcomes.repeatedMoves === 0, `${outcomes.repeatedMoves} moves were made twice`],
      [outcomes.rows === accepted.size, `${outcomes.rows} rows for ${accepted.size} captures`],
      [
        fleet.errors.size === 0,
        `workers logged errors: ${[...fleet.errors].map(([m, n]) => `${n} x ${m}`).join('; ')}`,
      ],
    ]),
  );
  if (load.kills > 0 && faults.plantedCrashes !== crashPoints)
    findings.push('void: an injected crash was not hit');
  const enoughFaults = load.kills === 0 || ((faults.sigkill ?? 0) > 0 && (faults.lapsedClaims ?? 0) > 0);
  // Two workers on the same job that never attempt the same move prove nothing about the compare-and-set.
  if (load.stalls > 0 && options.mutant === null && fleet.refusedMoves === 0)
    findings.push('void: no two workers ever attempted the same move');
  if (!enoughFaults) findings.push('void: too few faults were injected');
  const { lost, terminal, doubleScored, deadLettered, repeatedMoves } = outcomes;
  return {
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
    findings,
  };
}
