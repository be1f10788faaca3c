import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alert, type Database, openDatabase } from '@gondola/db';
import { startEmbeddedPostgres } from '@gondola/db/embedded';
import { migrate } from '@gondola/db/migrate';
import { judgeLatest, reviewDay } from '@gondola/pipeline/deviations';
import { installQueue } from '@gondola/pipeline/queue';
import { seededRandom } from '@gondola/testkit/seeded-random';
import { type SimulatedMonths, type SimulatedPhoto, simulateMonths } from '@gondola/testkit/simulated-months';
import { sql } from 'drizzle-orm';

/** Months of a chain of 48 bays: quiet ones, and ones in which four things happen. */
export interface MonthsReport {
  /** Months of each kind. */
  months: number;
  bayDays: number;
  /** Alerts of the quiet months, and further alerts of the others. */
  falseAlarms: string[];
  found: Record<Event, number>;
  /** What was not found, with its size. */
  missed: string[];
}

type Event = 'BAY' | 'STORE' | 'FIRMWARE' | 'PLANOGRAM';

const chain = {
  firstDay: '2026-08-01',
  days: 56,
  stores: 8,
  baysPerPlanogram: 2,
  photosPerDay: 2,
  positions: 45,
};
const planograms = ['coffee', 'snacks', 'tea'] as const;
const judgedFrom = 28;

/** Evaluates alerts about baselines: the month that is judged follows four weeks that are the baseline. */
export async function evaluateMonths(
  months: number,
  firstSeed: number,
  onMonth: (done: number) => void,
): Promise<MonthsReport> {
  const report: MonthsReport = {
    months,
    bayDays:
      2 * months * chain.stores * planograms.length * chain.baysPerPlanogram * (chain.days - judgedFrom),
    falseAlarms: [],
    found: { BAY: 0, STORE: 0, FIRMWARE: 0, PLANOGRAM: 0 },
    missed: [],
  };
  await withDatabases(async (inDatabase) => {
    for (let seed = firstSeed; seed < firstSeed + months; seed++) {
      await inDatabase((db) => addQuiet(db, seed, report));
      await inDatabase((db) => addEventful(db, seed, report));
      onMonth(seed - firstSeed + 1);
    }
  });
  return report;
}

async function addQuiet(db: Database, seed: number, report: MonthsReport): Promise<void> {
  const months = await simulateMonths(db, { ...chain, planograms, seed });
  const raised = await judgeAll(db, months, () => {});
  report.falseAlarms.push(...[...raised.values()].map((alarm) => `quiet ${seed}: ${alarm}`));
}

/** A fall of one bay, of a store and of a firmware in different stores, and an import on the last day. */
async function addEventful(db: Database, seed: number, report: MonthsReport): Promise<void> {
  const random = seededRandom(seed);
  const between = (from: number, to: number) => from + (to - from) * random();
  const place = Math.floor(between(0, 6));
  const [bayStart, storeStart, firmwareStart] = [38, 40, 32].map((day) => day + Math.floor(between(0, 6)));
  const [bayFall, storeFall] = [between(0.25, 0.5), between(0.25, 0.5)];
  const blur = between(0.55, 0.75);
  const change = (photo: SimulatedPhoto) => {
    const within = (start = 0) => photo.day >= start && photo.day < start + 5;
    if (photo.store === 0 && photo.bay === place && within(bayStart)) photo.empty += bayFall;
    if (photo.store === 1 && within(storeStart)) photo.empty += storeFall;
    if (photo.store === 2 && photo.day >= (firmwareStart ?? 0)) {
      photo.firmware = '2.4.1';
      photo.sharpness *= blur;
    }
  };
  const months = await simulateMonths(db, { ...chain, planograms, seed, change });
  const broken = planograms[seed % planograms.length] ?? 'coffee';
  const raised = await judgeAll(db, months, (photo) => {
    change(photo);
    if (photo.planogram === broken) photo.unknown = 0.95;
  });
  const expected: [Event, string, string][] = [
    ['BAY', `bay:${months.bayId(0, place)}`, `${bayFall.toFixed(2)} of the positions empty`],
    ['STORE', `store:${months.storeIds[1]}`, `${storeFall.toFixed(2)} of the positions empty`],
    ['FIRMWARE', '["ShelfCam 3","2.4.1"]', `sharpness times ${blur.toFixed(2)}`],
    ['PLANOGRAM', `planogram:${months.planogramIds.get(broken)}`, 'unknown products'],
  ];
  for (const [event, subject, size] of expected)
    if (raised.delete(subject)) report.found[event] += 1;
    else report.missed.push(`${event} ${seed}: ${size}`);
  report.falseAlarms.push(...[...raised.values()].map((alarm) => `eventful ${seed}: ${alarm}`));
}

/** Judges four weeks day by day, then one more round of photos at once. Returns all alerts by subject. */
async function judgeAll(
  db: Database,
  months: SimulatedMonths,
  lastPhotos: (photo: SimulatedPhoto) => void,
): Promise<Map<string, string>> {
  for (let day = judgedFrom; day < chain.days; day++) {
    const noon = sql`${`${months.dayOf(day)}T12:00:00Z`}::timestamptz`;
    await db.transaction((tx) => judgeLatest(tx, noon));
    await db.transaction((tx) => reviewDay(tx, months.dayOf(day)));
  }
  const at = new Date(`${months.dayOf(chain.days)}T12:00:00Z`);
  await months.photographAll(at, lastPhotos);
  await db.transaction((tx) => judgeLatest(tx, sql`${at.toISOString()}::timestamptz`));
  const alerts = await db.select().from(alert);
  return new Map(
    alerts.map(({ rule, subject, params }) => [subject, `${rule} ${subject} ${JSON.stringify(params)}`]),
  );
}

/** Starts a Postgres of its own; each call of `inDatabase` gets an empty database. */
async function withDatabases(
  work: (inDatabase: (use: (db: Database) => Promise<void>) => Promise<void>) => Promise<void>,
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gondola-months-'));
  const postgres = await startEmbeddedPostgres({ dataDir, durability: 'test' });
  const admin = openDatabase(postgres.url, { maxConnections: 1 });
  let made = 0;
  try {
    await work(async (use) => {
      made += 1;
      const name = `months_${made}`;
      await admin.pool.query(`create database ${name}`);
      const url = Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
      await migrate(url);
      await installQueue(url);
      const { db, close } = openDatabase(url);
      try {
        await use(db);
      } finally {
        await close();
        await admin.pool.query(`drop database ${name} with (force)`);
      }
    });
  } finally {
    await admin.close();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
