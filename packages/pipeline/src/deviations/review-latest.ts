import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { judgeLatest } from './judge-latest.ts';
import { lockReviews } from './lock-reviews.ts';

/** Compares the latest captures no more often than this in the whole fleet: each comparison reads a day of captures. */
const everyMinutes = 5;

/**
 * Compares the latest captures with their baselines when that is due by the database's clock. Returns the number of new
 * deviations; null when nothing was due, or when another worker has the lock.
 */
export const reviewLatest = (db: Database): Promise<number | null> =>
  db.transaction(async (tx) => {
    if (!(await lockReviews(tx))) return null;
    const { rowCount } = await tx.execute(sql`
      update reviewed_day set compared_at = clock_timestamp()
      where day = (select max(day) from reviewed_day where is_judged)
        and (compared_at is null or compared_at < clock_timestamp() - make_interval(mins => ${everyMinutes}))`);
    return rowCount ? judgeLatest(tx, sql`clock_timestamp()`) : null;
  });
