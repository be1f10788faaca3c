import { setTimeout as sleep } from 'node:timers/promises';
import {
  createFleet,
  type DemoWorld,
  demoWorld,
  freshState,
  noFaults,
  setUpReferenceImages,
  setUpWorld,
  silentLog,
} from '@gondola/simulator';
import { startApiOn } from '@gondola/testkit/private-api';
import { openPrivateSystem, type PrivateSystem } from '@gondola/testkit/private-system';
import { sql } from 'drizzle-orm';
import { broken, type DrillSize, type RunOptions, type RunReport, scenario } from '../drill.ts';
import { findViolations } from '../find-violations.ts';
import { WorkerFleet } from '../worker-fleet.ts';

interface Load {
  stores: number;
  /** For each store. */
  bays: number;
  captures: number;
  /** How often each capture is sent, all at once. */
  sends: number;
  limitSeconds: number;
}

const loads: Record<DrillSize, Load> = {
  small: { stores: 1, bays: 2, captures: 10, sends: 3, limitSeconds: 240 },
  full: { stores: 3, bays: 4, captures: 500, sends: 3, limitSeconds: 3600 },
};

/**
 * Stores submit captures through the public API, each one three times at once. Each capture gets one row and is scored,
 * and every planned deviation is compared with the findings. Resends are the only fault.
 */
export const simulatedFleet = scenario({
  loads,
  control: (load) => ({ ...load, stores: 1, bays: 1, captures: 2, sends: 1 }),
  oneRun,
});

async function oneRun(load: Load, options: RunOptions): Promise<RunReport> {
  const system = await openPrivateSystem();
  try {
    const workers = new WorkerFleet(system, { injections: options.injections });
    return await workers.during(() => handInAll(system, workers, load, options));
  } finally {
    await system.close();
  }
}

async function handInAll(
  system: PrivateSystem,
  workers: WorkerFleet,
  { stores, bays, captures, sends, limitSeconds }: Load,
  options: RunOptions,
): Promise<RunReport> {
  const api = await startApiOn(system);
  const stopping = new AbortController();
  try {
    const { signal } = stopping;
    const world = partOf(demoWorld(), stores, bays);
    const setUp = {
      apiUrl: api.url,
      world,
      admin: await api.signInAsAdmin(signal),
      state: freshState(api.url),
      stateFile: `${system.dataDir}/simulator.json`,
      log: silentLog,
      signal,
      onReady: () => {},
    };
    options.progress('creating the stores');
    const deviceKeys = await setUpWorld(setUp);
    await setUpReferenceImages(setUp);
    workers.start(1);
    let clockMs = Date.UTC(2026, 10, 23, 8);
    // One second between captures, so that no two have the same idempotency key.
    const nextSecond = () => {
      clockMs += 1000;
      return new Date(clockMs);
    };
    const fleet = createFleet({
      apiUrl: api.url,
      world,
      deviceKeys,
      isReady: () => true,
      faults: noFaults,
      sends,
      seed: String(options.seed),
      now: nextSecond,
      log: silentLog,
      signal,
    });
    const outcomes: Record<string, number> = {};
    for (let i = 0; i < captures; i++) {
      const handedIn = await fleet.submitNext();
      for (const { outcome } of handedIn?.results ?? []) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      if (i % 20 === 19) options.progress(`${i + 1} of ${captures} submitted`);
    }
    const seconds = await untilScored(system, captures, limitSeconds);
    const rows = await countRows(system);
    const { positions, right, meanScoreError, perVerdict } = await fleet.compare();
    const resends = captures * (sends - 1);
    return {
      faults: { resends },
      figures: {
        handedIn: captures,
        rows: rows.captures,
        scored: rows.scored,
        positions,
        right,
        meanScoreError: round(meanScoreError ?? -1),
        seconds: Math.round(seconds),
        ...Object.fromEntries(
          Object.entries(perVerdict).flatMap(([verdict, { n, precision, recall }]) => [
            [`${verdict} n`, n],
            [`${verdict} precision`, precision === null ? -1 : round(precision)],
            [`${verdict} recall`, recall === null ? -1 : round(recall)],
          ]),
        ),
      },
      findings: [
        ...(await findViolations(system.database.db)),
        ...broken([
          [rows.captures === captures, `${rows.captures} rows for ${captures} captures`],
          [rows.scored === captures, `${captures - rows.scored} captures are not scored`],
          [outcomes.ACCEPTED === captures, `${outcomes.ACCEPTED} of ${captures} captures were accepted`],
          [(outcomes.DUPLICATE ?? 0) === resends, 'a resend was not answered as a duplicate'],
          // Findings that are mostly wrong are no result of the tiers.
          [right > positions * 0.8, `${right} of ${positions} positions are right`],
        ]),
      ],
    };
  } finally {
    stopping.abort();
    await api.stop();
  }
}

/** Returns the first stores with their first bays, and the versions of these bays. */
function partOf(world: DemoWorld, stores: number, bays: number): DemoWorld {
  const kept = world.stores.slice(0, stores).map((one) => ({ ...one, bays: one.bays.slice(0, bays) }));
  const labels = new Set(
    kept.flatMap((one) => one.bays.flatMap(({ label, staleLabel }) => [label, staleLabel])),
  );
  const versions = new Map([...world.versions].filter(([label]) => labels.has(label)));
  return { ...world, stores: kept, versions };
}

interface Rows {
  captures: number;
  scored: number;
}

async function countRows(system: PrivateSystem): Promise<Rows> {
  const { rows } = await system.database.db.execute<{ captures: number; scored: number }>(
    sql`select count(*)::int as captures, count(*) filter (where state = 'SCORED')::int as scored from capture`,
  );
  return rows[0] ?? { captures: 0, scored: 0 };
}

async function untilScored(system: PrivateSystem, captures: number, limitSeconds: number): Promise<number> {
  const started = performance.now();
  for (;;) {
    const { scored } = await countRows(system);
    const seconds = (performance.now() - started) / 1000;
    if (scored >= captures || seconds > limitSeconds) return seconds;
    await sleep(500);
  }
}

const round = (value: number) => Math.round(value * 1e4) / 1e4;
