import { setTimeout as sleep } from 'node:timers/promises';
import { checkInvariants } from '@gondola/pipeline/invariants';
import {
  createFleet,
  demoWorld,
  freshState,
  noFaults,
  setUpPictures,
  setUpWorld,
  silentLog,
} from '@gondola/simulator';
import { sql } from 'drizzle-orm';
import { openPrivateSystem, type PrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import { startApiOn } from '../../scripts/private-system/start-api-on.ts';
import type { Drill, DrillOptions, DrillReport } from '../drill.ts';
import { WorkerFleet } from '../worker-fleet.ts';

const loads: Record<DrillOptions['size'], { captures: number; limitSeconds: number }> = {
  small: { captures: 10, limitSeconds: 240 },
  full: { captures: 500, limitSeconds: 3600 },
};
const sends = 3;

/**
 * Stores that hand their captures in through the public API, each sent three times at once: one row each, all scored,
 * and every planned deviation held against what was found. There is no fault but the resends; the control run is the
 * count of rows without them, which the idempotency key alone decides.
 */
export const simulatedFleet: Drill = {
  name: 'simulated-fleet',
  about: 'captures of simulated stores, each sent three times; precision and recall by verdict',
  mutants: {},
  mutantsIn: 'children',
  async run(options) {
    const { captures, limitSeconds } = loads[options.size];
    const system = await openPrivateSystem();
    const workers = new WorkerFleet(system, { inject: null });
    const api = await startApiOn(system);
    const stopping = new AbortController();
    try {
      const { signal } = stopping;
      const world = demoWorld();
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
      options.progress('setting the stores up');
      const deviceKeys = await setUpWorld(setUp);
      await setUpPictures(setUp);
      workers.start(1);
      let clockMs = Date.UTC(2026, 10, 23, 8);
      // A second between two captures: no two of them are the same capture to the idempotency key.
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
        const handedIn = await fleet.handInNext();
        for (const { outcome } of handedIn?.results ?? []) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        if (i % 20 === 19) options.progress(`${i + 1} of ${captures} handed in`);
      }
      const seconds = await untilScored(system, captures, limitSeconds, options.progress);
      const report = await fleet.compare();
      return await judge(options, await countRows(system), captures, outcomes, report, seconds, system);
    } finally {
      stopping.abort();
      await workers.stop();
      await api.stop();
      await system.close();
    }
  },
};

async function judge(
  options: DrillOptions,
  rows: Rows,
  captures: number,
  outcomes: Record<string, number>,
  report: Awaited<ReturnType<ReturnType<typeof createFleet>['compare']>>,
  seconds: number,
  system: PrivateSystem,
): Promise<DrillReport> {
  const findings = (await checkInvariants(system.database.db)).flatMap((invariant) =>
    invariant.violations.length === 0 ? [] : [`broken: ${invariant.invariant}`],
  );
  if (rows.captures !== captures) findings.push(`${rows.captures} rows for ${captures} captures`);
  if (rows.scored !== captures) findings.push(`${captures - rows.scored} captures are not scored`);
  if (outcomes.DUPLICATE !== captures * (sends - 1))
    findings.push('a resend was not answered as a duplicate');
  const perVerdict = Object.entries(report.perVerdict).flatMap(([verdict, { n, precision, recall }]) => [
    [`${verdict} n`, n],
    [`${verdict} precision`, precision === null ? -1 : round(precision)],
    [`${verdict} recall`, recall === null ? -1 : round(recall)],
  ]);
  return {
    drill: 'simulated-fleet',
    seed: options.seed,
    size: options.size,
    mutant: options.mutant,
    faults: { resends: captures * (sends - 1) },
    figures: {
      handedIn: captures,
      rows: rows.captures,
      scored: rows.scored,
      positions: report.positions,
      right: report.right,
      meanScoreError: round(report.meanScoreError ?? -1),
      seconds: Math.round(seconds),
      ...Object.fromEntries(perVerdict),
    },
    control: outcomes.ACCEPTED === captures,
    held: findings.length === 0,
    findings,
  };
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

async function untilScored(
  system: PrivateSystem,
  captures: number,
  limitSeconds: number,
  progress: (message: string) => void,
): Promise<number> {
  const started = performance.now();
  for (;;) {
    const { scored } = await countRows(system);
    const seconds = (performance.now() - started) / 1000;
    if (scored >= captures || seconds > limitSeconds) return seconds;
    progress(`${scored} of ${captures} scored`);
    await sleep(5000);
  }
}

const round = (value: number) => Math.round(value * 1e4) / 1e4;
