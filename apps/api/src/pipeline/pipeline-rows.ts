import { type CaptureState, capture, captureStates, type Database, deadLetter, driftItem } from '@gondola/db';
import { count, gt, isNull, sql } from 'drizzle-orm';

export const countStates = async (db: Database): Promise<{ state: CaptureState; count: number }[]> => {
  const rows = await db.select({ state: capture.state, count: count() }).from(capture).groupBy(capture.state);
  const byState = new Map(rows.map((row) => [row.state, row.count]));
  return captureStates.map((state) => ({ state, count: byState.get(state) ?? 0 }));
};

export const countScoredLastHour = (db: Database): Promise<number> =>
  db.$count(capture, gt(capture.scoredAt, sql`now() - interval '1 hour'`));

export const countOpenDrift = (db: Database): Promise<number> =>
  db.$count(driftItem, isNull(driftItem.releasedAt));

export const countOpenDeadLetters = (db: Database): Promise<number> =>
  db.$count(deadLetter, isNull(deadLetter.resolvedAt));

/** The median of the current scores of what came in during the last day; null without any. */
export async function readMedianScore(db: Database): Promise<number | null> {
  const [row] = await db
    .select({
      median: sql<number | null>`percentile_cont(0.5) within group (order by ${capture.score})`,
    })
    .from(capture)
    .where(gt(capture.receivedAt, sql`now() - interval '1 day'`));
  return row?.median ?? null;
}
