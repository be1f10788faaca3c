import { alert, reviewedDay } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { simulateMonths } from '@gondola/testkit/simulated-months';
import { desc, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { reviewDeviations } from './review-deviations.ts';

const { db } = await createTestDatabase('deviations');
const days = 33;
// The months end yesterday, by the same clock that the review uses.
const { rows } = await db.execute<{ now: Date; first: string }>(
  sql`select clock_timestamp() as now, ((clock_timestamp() at time zone 'UTC')::date - ${days}::int)::text as first`,
);
const months = await simulateMonths(db, {
  seed: 21,
  firstDay: rows[0]?.first ?? '',
  days,
  stores: 10,
  planograms: ['coffee'],
  change: (photo) => {
    if (photo.store === 0 && photo.day >= 31) photo.empty += 0.5;
  },
});
/** Some reviews just after midnight still work on the day before, which changes no figure here. */
const fleet = () => Promise.all(Array.from({ length: 8 }, () => reviewDeviations(db)));
const sumOf = (rounds: Awaited<ReturnType<typeof fleet>>, key: 'days' | 'opened') =>
  rounds.reduce((sum, round) => sum + round[key], 0);
const judged = () =>
  db.select().from(reviewedDay).where(eq(reviewedDay.isJudged, true)).orderBy(desc(reviewedDay.day));

test('the first review judges yesterday, once for the whole fleet, with the days before as its baseline', async () => {
  const rounds = await fleet();
  expect(sumOf(rounds, 'days')).toBe(1);
  expect(sumOf(rounds, 'opened')).toBe(1);
  expect(await judged()).toMatchObject([{ day: months.dayOf(32) }]);
  expect(await db.select().from(alert)).toMatchObject([{ subject: `bay:${months.bayId(0, 0)}` }]);
  expect(sumOf(await fleet(), 'days')).toBe(0);
});

test('after a pause of all workers the missed days are judged in order', async () => {
  await db.execute(sql`delete from reviewed_day where day >= ${months.dayOf(30)}::date`);
  await db.execute(sql`update reviewed_day set is_judged = true where day = ${months.dayOf(29)}::date`);
  await db.execute(sql`delete from bay_day where day >= ${months.dayOf(30)}::date`);
  expect(sumOf(await fleet(), 'days')).toBe(3);
  expect((await judged()).map(({ day }) => day)).toEqual([32, 31, 30, 29].map(months.dayOf));
});

test('the latest captures are compared every five minutes, by the database’s clock', async () => {
  await db
    .update(reviewedDay)
    .set({ comparedAt: sql`clock_timestamp()` })
    .where(eq(reviewedDay.isJudged, true));
  await months.photographAll(new Date(), (photo) => {
    photo.unknown = 0.95;
  });
  expect(sumOf(await fleet(), 'opened')).toBe(0);
  await db.update(reviewedDay).set({ comparedAt: sql`clock_timestamp() - interval '301 seconds'` });
  expect(sumOf(await fleet(), 'opened')).toBe(1);
  const subject = `planogram:${months.planogramIds.get('coffee')}`;
  expect(await db.select().from(alert).where(eq(alert.subject, subject))).toMatchObject([
    { rule: 'SCORE_FELL', params: { isAtOnce: true, fallenBays: 10 } },
  ]);
});
