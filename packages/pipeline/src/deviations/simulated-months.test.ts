import { alert, type Database, deviation } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { type MonthsPlan, type SimulatedMonths, simulateMonths } from '@gondola/testkit/simulated-months';
import { and, asc, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { judgeLatest } from './judge-latest.ts';
import { reviewDay } from './review-day.ts';

/** Four weeks as the baseline, then four weeks that may be judged. */
const plan = (change: Partial<MonthsPlan> & { seed: number }): MonthsPlan => ({
  firstDay: '2026-09-01',
  days: 56,
  stores: 3,
  planograms: ['coffee', 'snacks'],
  baysPerPlanogram: 2,
  ...change,
});

async function simulate(change: Partial<MonthsPlan> & { seed: number }) {
  const { db } = await createTestDatabase('months');
  return { db, months: await simulateMonths(db, plan(change)) };
}
const review = async (db: Database, months: SimulatedMonths, from: number, to: number) => {
  for (let day = from; day < to; day++) await db.transaction((tx) => reviewDay(tx, months.dayOf(day)));
};
const alertsOf = (db: Database) => db.select().from(alert).orderBy(asc(alert.subject), asc(alert.rule));
const examplesOf = async (db: Database, alertId: string | undefined) =>
  (
    await db.execute<{ bayId: string; day: string }>(sql`
      select c.bay_id as "bayId", c.scored_at::date::text as day
      from alert_capture a join capture c on c.id = a.capture_id where a.alert_id = ${alertId} order by a.ordinal`)
  ).rows;

test('a quiet month with usual noise and a new version on some bays raises no alert', async () => {
  const { db, months } = await simulate({
    seed: 11,
    versions: [{ planogram: 'coffee', label: 'coffee-next', day: 40 }],
    change: (photo) => {
      if (photo.store !== 2 || photo.planogram !== 'coffee' || photo.day < 40) return;
      photo.version = 'coffee-next';
      // The store needs a week to lay its shelves by the new plan.
      photo.empty += Math.max(0, 0.3 - (photo.day - 40) * 0.05);
    },
  });
  await review(db, months, 28, 56);
  expect(await alertsOf(db)).toEqual([]);
  expect(await db.$count(deviation)).toBe(0);
});

test('a fall of one bay, of one store and of one firmware is found, each by one alert', async () => {
  const { db, months } = await simulate({
    seed: 12,
    stores: 4,
    change: (photo) => {
      if (photo.store === 0 && photo.bay === 1 && photo.day >= 36 && photo.day < 46) photo.empty += 0.35;
      if (photo.store === 1 && photo.day >= 40 && photo.day < 46) Object.assign(photo, fallenStore);
      if (photo.store === 3 && photo.day >= 34) {
        photo.firmware = '2.4.1';
        photo.sharpness *= 0.62;
      }
    },
  });
  const bayId = months.bayId(0, 1);
  await review(db, months, 34, 37);
  expect(await alertsOf(db)).toEqual([]);

  await review(db, months, 37, 39);
  const [ofBay] = await alertsOf(db);
  expect(ofBay).toMatchObject({
    rule: 'SCORE_FELL',
    subject: `bay:${bayId}`,
    storeId: months.storeIds[0],
    occurrences: 2,
    params: { scope: 'BAY', store: '12-0', aisle: 'A2', bays: 1, changed: [], isAtOnce: false },
  });
  expect(Number(ofBay?.params.baseline) - Number(ofBay?.params.level)).toBeGreaterThan(0.2);
  expect((await examplesOf(db, ofBay?.id)).map(({ day }) => day).toSorted()).toEqual([
    months.dayOf(36),
    months.dayOf(37),
  ]);
  // A person closes the alert: the same fall opens no other.
  await db.update(alert).set({ closedAt: sql`now()`, closedBy: 'ann' });

  await review(db, months, 39, 42);
  const ofStore = (await alertsOf(db)).find(({ subject }) => subject.startsWith('store:'));
  expect(ofStore).toMatchObject({
    subject: `store:${months.storeIds[1]}`,
    storeId: months.storeIds[1],
    captureId: null,
    params: {
      scope: 'STORE',
      store: '12-1',
      bays: 4,
      fallenBays: 4,
      changed: ['TIER', 'MODEL', 'SETTINGS'],
      tierBefore: '1',
      tierNow: '3',
      modelBefore: 'detector-1',
      modelNow: 'heuristic',
    },
  });
  expect(new Set((await examplesOf(db, ofStore?.id)).map((example) => example.bayId)).size).toBe(4);

  await review(db, months, 42, 50);
  expect(await alertsOf(db)).toMatchObject([
    {
      rule: 'FIRMWARE_LESS_SHARP',
      subject: '["ShelfCam 3","2.4.1"]',
      closedAt: null,
      params: { model: 'ShelfCam 3', firmware: '2.4.1', before: ['2.4.0'], bays: 4, photosBefore: 112 },
    },
    { subject: `bay:${bayId}`, closedBy: 'ann', occurrences: 2 },
    { subject: `store:${months.storeIds[1]}`, closedBy: 'schedule', params: { ending: 'WITHIN_BAND' } },
  ]);
  const [ofFirmware] = await alertsOf(db);
  expect(ofFirmware?.params.less).toBeGreaterThan(0.3);
  expect(ofFirmware?.params.less).toBeLessThan(0.46);
  expect(ofFirmware?.params.photosNow).toBeGreaterThanOrEqual(50);
  expect(await examplesOf(db, ofFirmware?.id)).toHaveLength(10);
  expect(await db.$count(deviation, and(eq(deviation.ending, 'WITHIN_BAND')))).toBe(2);
});

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const fallenStore = { empty: 0.5, tier: 3, modelId: 'heuristic', settings: 'other' };

test('an import that breaks the scores of ten bays is found at once, whether the bays follow it or not', async () => {
  // The months end yesterday: an import happens now.
  const { db, months } = await simulate({ seed: 13, stores: 5, days: 30, firstDay: daysAgo(30) });
  await review(db, months, 29, 30);
  const judgeAt = (at: Date) =>
    db.transaction((tx) => judgeLatest(tx, sql`${at.toISOString()}::timestamptz`));

  const before = new Date();
  await months.photographAll(before, (photo) => {
    if (photo.planogram === 'coffee' && (photo.store > 0 || photo.bay > 0)) photo.unknown = 0.95;
  });
  // Nine of ten bays of the planogram fell.
  expect(await judgeAt(before)).toBe(0);

  await months.importVersion('coffee', 'coffee-again', 'default');
  await months.importVersion('snacks', 'snacks-again', 'default');
  const after = new Date(Date.now() + 2_000);
  await months.photographAll(after, (photo) => {
    photo.unknown = 0.95;
    if (photo.planogram === 'snacks') photo.version = 'snacks-again';
  });
  expect(await judgeAt(after)).toBe(2);
  expect(await judgeAt(after)).toBe(0);
  const raised = await alertsOf(db);
  const of = (code: string) =>
    raised.find(({ subject }) => subject === `planogram:${months.planogramIds.get(code)}`);
  expect(raised).toHaveLength(2);
  expect(of('coffee')).toMatchObject({
    rule: 'SCORE_FELL',
    params: {
      scope: 'PLANOGRAM',
      planogram: 'coffee-13',
      fallenBays: 10,
      isAtOnce: true,
      changed: ['CATALOGUE'],
      importedVersions: ['coffee-again'],
      newCatalogs: ['default'],
    },
  });
  expect(of('snacks')).toMatchObject({
    params: { changed: ['CATALOGUE', 'VERSION'], versionBefore: 'snacks-13-1', versionNow: 'snacks-again' },
  });
  expect(Number(of('coffee')?.params.level)).toBeLessThan(0.15);
  expect(await examplesOf(db, of('coffee')?.id)).toHaveLength(10);

  // The day of the import opens no alert for stores, categories or bays of these planograms, and closes none.
  await review(db, months, 30, 31);
  expect(await alertsOf(db)).toMatchObject([{ closedAt: null }, { closedAt: null }]);
  await months.photographAll(new Date(`${months.dayOf(31)}T10:00:00Z`), () => {});
  await review(db, months, 31, 32);
  expect(await alertsOf(db)).toMatchObject([{ closedBy: 'schedule' }, { closedBy: 'schedule' }]);
});
