import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';

/** What a batch does to scores: over items with a score before and after. */
export interface BatchImpact {
  compared: number;
  improved: number;
  worsened: number;
  same: number;
  /** Means over those that have a score on both sides; null when none has. */
  meanBefore: number | null;
  meanAfter: number | null;
  /** Captures by score before and after, in ten steps of 0.1 from 0 up; 1 is in the last. */
  histogramBefore: number[];
  histogramAfter: number[];
}

/** Differences below a thousandth are rounding. */
const noticeable = 0.001;

export async function readImpact(db: Database, batchId: string): Promise<BatchImpact> {
  const { rows } = await db.execute<{ before: number | null; after: number | null; n: number }>(sql`
    select b.score::float8 as before, a.score::float8 as after, count(*)::int as n
    from reprocess_item i left join score b on b.id = i.score_before_id join score a on a.id = i.score_after_id
    where i.batch_id = ${batchId}
    group by b.score, a.score`);
  return impactOf(rows.map(({ n, ...pair }) => ({ ...pair, count: n })));
}

/** The same for pairs at hand, such as a dry run's sample. */
export function impactOf(
  pairs: readonly { before: number | null; after: number | null; count: number }[],
): BatchImpact {
  const both = pairs.flatMap(({ before, after, count }) =>
    before === null || after === null ? [] : [{ before, after, count }],
  );
  const countIf = (keep: (change: number) => boolean) =>
    both.reduce((sum, { before, after, count }) => sum + (keep(after - before) ? count : 0), 0);
  const compared = both.reduce((sum, { count }) => sum + count, 0);
  const mean = (side: 'before' | 'after') =>
    compared === 0 ? null : both.reduce((sum, pair) => sum + pair[side] * pair.count, 0) / compared;
  return {
    compared,
    improved: countIf((change) => change > noticeable),
    worsened: countIf((change) => change < -noticeable),
    same: countIf((change) => Math.abs(change) <= noticeable),
    meanBefore: mean('before'),
    meanAfter: mean('after'),
    histogramBefore: histogram(pairs.map(({ before, count }) => ({ score: before, count }))),
    histogramAfter: histogram(pairs.map(({ after, count }) => ({ score: after, count }))),
  };
}

function histogram(scores: readonly { score: number | null; count: number }[]): number[] {
  const steps = Array.from({ length: 10 }, () => 0);
  for (const { score, count } of scores) {
    if (score === null) continue;
    const step = Math.min(9, Math.floor(score * 10));
    steps[step] = (steps[step] ?? 0) + count;
  }
  return steps;
}
