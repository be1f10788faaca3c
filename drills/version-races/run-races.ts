import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase, planogramVersion } from '@gondola/db';
import { activateVersion, planActivation, runDueActivations } from '@gondola/pipeline/planogram-versions';
import { createLog } from '@gondola/pipeline/telemetry';
import type { PrivateSystem } from '@gondola/testkit/private-system';
import { eq, sql } from 'drizzle-orm';
import { benchTools } from '../../bench/pipeline/bench-tools.ts';
import { runToScore } from '../lost-commit/run-to-score.ts';
import { labels, type RaceWorld } from './build-versions.ts';
import { countMeetings } from './record-commits.ts';

export interface RaceLoad {
  captures: number;
  bays: number;
  activations: number;
  workers: number;
  activators: number;
  limitSeconds: number;
}

export interface RaceRecord {
  /** Activations with immediate effect; the others were planned. */
  atOnce: number;
  planned: number;
  failures: string[];
  released: number;
  /** Samples in which a session waited for a lock between gates and activations. */
  meetings: number;
  seconds: number;
  timedOut: boolean;
}

/** Every fifth activation is planned, and carried out by a periodic run, as workers do it. */
const plannedEvery = 5;

/**
 * Workers, each with its own connection, take captures through gate, inference and scoring. Meanwhile activators change
 * the versions of the same bays, spread over the work. Periodic runs carry out planned activations and release waiting
 * captures. Ends when no work is left.
 */
export async function runRaces(
  system: PrivateSystem,
  world: RaceWorld,
  load: RaceLoad,
  random: () => number,
): Promise<RaceRecord> {
  const record: RaceRecord = {
    atOnce: 0,
    planned: 0,
    failures: [],
    released: 0,
    meetings: 0,
    seconds: 0,
    timedOut: false,
  };
  const { storeId } = world.device;
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const waiting: string[] = [];
  const inProgress = new Set<string>();
  let worked = 0;
  let begun = 0;
  let stopping = false;

  const worker = async (db: Database) => {
    const tools = { ...benchTools(system), db };
    while (!stopping) {
      const id = waiting.shift();
      if (id === undefined) {
        await sleep(5);
        continue;
      }
      await runToScore({ ...system, database: { ...system.database, db } }, id, tools);
      inProgress.delete(id);
      worked += 1;
    }
  };
  const activator = async (db: Database) => {
    while (!stopping && begun < load.activations) {
      if (begun / load.activations > worked / load.captures) {
        await sleep(2);
        continue;
      }
      begun += 1;
      // Two consecutive activations of the same bay: they compete with each other as well as with its gates.
      const aisle = world.aisles[Math.floor(begun / 2) % world.aisles.length] ?? '';
      try {
        await activateOne(db, aisle, begun % plannedEvery === 0);
      } catch (error) {
        record.failures.push(String(error instanceof Error && error.cause ? error.cause : error));
      }
    }
  };
  const activateOne = async (db: Database, aisle: string, isPlanned: boolean) => {
    const label = labels[Math.floor(random() * labels.length)] ?? '';
    if (!isPlanned) {
      await db.transaction((tx) => activateVersion(tx, { label, storeId, aisle, actor: 'drill' }));
      record.atOnce += 1;
      return;
    }
    const [version] = await db.select().from(planogramVersion).where(eq(planogramVersion.label, label));
    const scope = { aisle, storeIds: [storeId], groupIds: [] };
    await db.transaction((tx) =>
      planActivation(tx, { versionId: version?.id ?? '', scope, dueAt: null, actor: 'drill' }),
    );
    record.planned += 1;
  };
  const log = createLog({ name: 'drill', level: 'silent' });
  /** Returns false when nothing was released. A failed run counts against the drill, and may have had work to do. */
  const runOnce = async (db: Database): Promise<boolean> => {
    try {
      const { released } = await runDueActivations({ db, queue: system.queue.queue, log });
      record.released += released;
      return released > 0;
    } catch (error) {
      record.failures.push(`run: ${String(error instanceof Error && error.cause ? error.cause : error)}`);
      return true;
    }
  };
  const periodicRuns = async (db: Database) => {
    while (!stopping) {
      await runOnce(db);
      await sleep(50);
    }
  };
  const watch = async (db: Database) => {
    while (!stopping) {
      record.meetings += await countMeetings(db);
      await sleep(10);
    }
  };

  const roles = [
    ...Array.from({ length: load.workers }, () => worker),
    ...Array.from({ length: load.activators }, () => activator),
    periodicRuns,
    periodicRuns,
    watch,
  ];
  const opened = roles.map((role) => ({ role, database: openDatabase(system.url, { maxConnections: 2 }) }));
  const working = opened.map(({ role, database }) => role(database.db));
  const { db } = system.database;
  for (;;) {
    const fresh = (await findReady(db)).filter((id) => !inProgress.has(id));
    for (const id of fresh) inProgress.add(id);
    waiting.push(...fresh);
    if (seconds() > load.limitSeconds) record.timedOut = true;
    const isQuiet = fresh.length === 0 && inProgress.size === 0 && begun >= load.activations;
    if (record.timedOut || (isQuiet && !(await runOnce(db)) && (await findReady(db)).length === 0)) break;
    await sleep(50);
  }
  stopping = true;
  await Promise.all(working);
  await Promise.all(opened.map(({ database }) => database.close()));
  record.seconds = Math.round(seconds());
  return record;
}

/** Returns captures that a stage should move, as the queue would deliver them, in no particular order. */
async function findReady(db: Database): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from capture where state = 'PREPROCESSED' order by md5(id::text) limit 200`,
  );
  return rows.map(({ id }) => id);
}
