import type { Database } from '@gondola/db';
import { sql } from 'drizzle-orm';

/** The effect of a batch on scores, over the items with a score before and after. */
export interface BatchImpact {
  compared: number;
  improved: number;
  worsened: number;
  same: number;
  /** Means over the items with a score on both sides; null when there is none. */
  meanBefore: number | null;
  meanAfter: number | null;
  /**
   * The number of captures by score before and after, in ten steps of 0.1 from 0 up. A score of 1 counts in the last
   * step.
   */
  histogramBefore: number[];
  histogramAfter: number[];
}

/** Differences below this value are rounding. */
const noticeable = 0.001;

export async function readImpact(db: Database, batchId: string): Promise<BatchImpact> {
  const { rows } = await db.execute<{ before: number | null; after: number | null; n: number }>(sql`
    select b.score::float8 as before, a.score::float8 as after, count(*)::int as n
    from reprocess_item i left join score b on b.id = i.score_before_id join score a on a.id = i.score_after_id
    where i.batch_id = ${batchId}
    group by b.score, a.score`);
  return impactOf(rows.map(({ n, ...pair }) => ({ ...pair, count: n })));
}

/** Computes the impact over given pairs of scores, such as the sample of a dry run. */
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
