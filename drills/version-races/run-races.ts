import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase, planogramVersion } from '@gondola/db';
import { activateVersion, planActivation, runDueActivations } from '@gondola/pipeline/planogram-versions';
import { createLog } from '@gondola/pipeline/telemetry';
import { eq, sql } from 'drizzle-orm';
import { benchTools } from '../../bench/pipeline/bench-tools.ts';
import type { PrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import { runToScore } from '../lost-commit/run-to-score.ts';
import { labels, type RaceWorld } from './build-versions.ts';
import { countMeetings } from './record-commits.ts';

export interface RaceLoad {
  captures: number;
  bays: number;
  activations: number;
  hands: number;
  activators: number;
  limitSeconds: number;
}

export interface RaceRecord {
  /** Made by a person's act; the others were planned. */
  atOnce: number;
  planned: number;
  failures: string[];
  released: number;
  /** Times that somebody was seen waiting for a lock between gates and activations. */
  meetings: number;
  seconds: number;
  timedOut: boolean;
}

/** Every fifth activation is planned and carried out by a round, as workers do it. */
const plannedEvery = 5;

/**
 * Hands with a connection each take captures through gate, inference and scoring while activators change the versions of the
 * same bays, spread over the work; rounds carry planned activations out and release what waited. Ends when nothing is left to do.
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
  const inHand = new Set<string>();
  let worked = 0;
  let begun = 0;
  let stopping = false;

  const hand = async (db: Database) => {
    const tools = { ...benchTools(system), db };
    while (!stopping) {
      const id = waiting.shift();
      if (id === undefined) {
        await sleep(5);
        continue;
      }
      await runToScore({ ...system, database: { ...system.database, db } }, id, tools);
      inHand.delete(id);
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
      // Two in a row for the same bay: they meet each other as well as its gates.
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
  const round = async (db: Database) => {
    const { released } = await runDueActivations({ db, queue: system.queue.queue, log });
    record.released += released;
    return released;
  };
  const rounds = async (db: Database) => {
    while (!stopping) {
      await round(db).catch((error: unknown) => record.failures.push(`round: ${String(error)}`));
      await sleep(50);
    }
  };
  const watch = async (db: Database) => {
    while (!stopping) {
      record.meetings += await countMeetings(db);
      await sleep(10);
    }
  };

  const crews = [
    ...Array.from({ length: load.hands }, () => hand),
    ...Array.from({ length: load.activators }, () => activator),
    rounds,
    rounds,
    watch,
  ];
  const opened = crews.map((crew) => ({ crew, database: openDatabase(system.url, { maxConnections: 2 }) }));
  const working = opened.map(({ crew, database }) => crew(database.db));
  const { db } = system.database;
  for (;;) {
    const fresh = (await findReady(db)).filter((id) => !inHand.has(id));
    for (const id of fresh) inHand.add(id);
    waiting.push(...fresh);
    if (seconds() > load.limitSeconds) record.timedOut = true;
    const isQuiet = fresh.length === 0 && inHand.size === 0 && begun >= load.activations;
    if (record.timedOut || (isQuiet && (await round(db)) === 0 && (await findReady(db)).length === 0)) break;
    await sleep(50);
  }
  stopping = true;
  await Promise.all(working);
  await Promise.all(opened.map(({ database }) => database.close()));
  record.seconds = Math.round(seconds());
  return record;
}

/** What the queue would hand out: captures that a stage should move, in no order in particular. */
async function findReady(db: Database): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from capture where state = 'PREPROCESSED' order by md5(id::text) limit 200`,
  );
  return rows.map(({ id }) => id);
}
