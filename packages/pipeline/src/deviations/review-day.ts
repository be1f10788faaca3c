import { type Database, reviewedDay, type Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { deviationLimits } from './deviation-limits.ts';
import { judgeDay } from './judge-day.ts';
import { judgeFirmware } from './judge-firmware.ts';
import { judgeOpenDeviations } from './judge-open-deviations.ts';
import { lockReviews } from './lock-reviews.ts';
import { rollUpDay } from './roll-up-day.ts';
import { startOf } from './start-of.ts';

export interface ReviewedDayResult {
  day: string;
  /** False for a day whose levels were only written, for the baseline of a later one. */
  isJudged: boolean;
  opened: number;
  ended: number;
}

/** Why no day was reviewed: none is due, or another worker is reviewing and goes on with the next one. */
export type NoReview = 'NOTHING_DUE' | 'ANOTHER_WORKER';

/** Longer than a transaction of the score stage takes, so that every capture of a day is there when the day is over. */
const settlingMinutes = 5;
/** A deviation lasts up to 28 days and is compared with the 28 days before it; the rest is reserve. */
const keptDays = 90;

/**
 * Does the next step of the reviews that are due by the database's clock, in a transaction of its own: writes the levels of
 * a day before the due one, or reviews the due day. After an interruption the same step is done again. Days that no worker
 * was there for are reviewed in order.
 */
export const reviewNextDay = (db: Database): Promise<ReviewedDayResult | NoReview> =>
  db.transaction(async (tx) => {
    if (!(await lockReviews(tx))) return 'ANOTHER_WORKER';
    const due = await readDueDay(tx);
    if (due === null) return 'NOTHING_DUE';
    const [missing = due] = await readMissingDays(tx, due);
    if (missing === due) return reviewDay(tx, due);
    await writeDay(tx, missing);
    return { day: missing, isJudged: false, opened: 0, ended: 0 };
  });

/** Reviews one day: writes its levels, then judges deviations that are open, and opens new ones. */
export async function reviewDay(tx: Transaction, day: string): Promise<ReviewedDayResult> {
  for (const missing of await readMissingDays(tx, day)) await writeDay(tx, missing);
  await tx.update(reviewedDay).set({ isJudged: true }).where(sql`${reviewedDay.day} = ${day}::date`);
  const ended = await judgeOpenDeviations(tx, day);
  const opened = await judgeDay(tx, day);
  const firmware = await judgeFirmware(tx, startOf(day, 1));
  await tx.execute(sql`delete from bay_day where day < ${day}::date - ${keptDays}::int`);
  return { day, isJudged: true, opened: opened + firmware.opened, ended: ended + firmware.ended };
}

async function writeDay(tx: Transaction, day: string): Promise<void> {
  await rollUpDay(tx, day);
  await tx.insert(reviewedDay).values({ day, isJudged: false });
}

/** The first review judges yesterday. A gap longer than a baseline is left out: nothing before it can be compared. */
async function readDueDay(tx: Transaction): Promise<string | null> {
  const { rows } = await tx.execute<{ day: string | null }>(sql`
    select case when due < today then due::text end as day from (
      select today, greatest(coalesce((select max(day) + 1 from reviewed_day where is_judged), today - 1),
        today - ${deviationLimits.baselineDays}::int) as due
      from (select ((clock_timestamp() - make_interval(mins => ${settlingMinutes})) at time zone 'UTC')::date as today) clock
    ) next`);
  return rows[0]?.day ?? null;
}

/** The days whose levels the review of a day needs and that are not written yet, the day itself included. */
async function readMissingDays(tx: Transaction, day: string): Promise<string[]> {
  const { rows } = await tx.execute<{ day: string }>(sql`
    select d::date::text as day
    from generate_series(${day}::date - ${deviationLimits.baselineDays}::int, ${day}::date, interval '1 day') d
    where d::date not in (select day from reviewed_day) order by d`);
  return rows.map((row) => row.day);
}
