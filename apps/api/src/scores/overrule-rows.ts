import {
  type Database,
  positionVerdict,
  reprocessBatch,
  score,
  verdictOverrule,
  type waiver,
} from '@gondola/db';
import { and, eq, inArray, sql } from 'drizzle-orm';

/** Reads overrules, waivers and authors of scores for many rows at once. */

export type WaiverRow = typeof waiver.$inferSelect;
export type VerdictRow = typeof positionVerdict.$inferSelect;

/**
 * Reads scoring's own finding for each verdict of a person: the newest finding for the same place, of the same
 * detections and planogram version.
 */
export async function readScoringFindings(
  db: Database,
  given: readonly Pick<VerdictRow, 'id' | 'scoreId' | 'ordinal'>[],
): Promise<{ ofId: string; row: VerdictRow }[]> {
  const { rows } = await db.execute<{ ofId: string; scoreId: string; ordinal: number }>(sql`
    select v.id as "ofId", own.score_id as "scoreId", own.ordinal
    from unnest(${sql.param(given.map(({ scoreId }) => scoreId))}::uuid[],
      ${sql.param(given.map(({ ordinal }) => ordinal))}::int[]) as asked (score_id, ordinal)
    join position_verdict v on v.score_id = asked.score_id and v.ordinal = asked.ordinal
    join score s on s.id = v.score_id
    cross join lateral (
      select m.score_id, m.ordinal from score other join position_verdict m on m.score_id = other.id
      where other.capture_id = s.capture_id and other.version_id = s.version_id
        and other.detection_set_id = s.detection_set_id and m.overrule_id is null and m.waiver_id is null
        and case when v.position_id is null then m.ordinal = v.ordinal else m.position_id = v.position_id end
      order by other.created_at desc, other.id desc limit 1) own`);
  if (rows.length === 0) return [];
  const scoreIds = [...new Set(rows.map(({ scoreId }) => scoreId))];
  const found = await db.select().from(positionVerdict).where(inArray(positionVerdict.scoreId, scoreIds));
  return rows.flatMap(({ ofId, scoreId, ordinal }) => {
    const row = found.find((one) => one.scoreId === scoreId && one.ordinal === ordinal);
    return row ? [{ ofId, row }] : [];
  });
}

/**
 * Reads the author of each score: the person who overruled a verdict or started the batch; none for the pipeline's own.
 */
export const readScoreAuthors = async (
  db: Database,
  scoreIds: string[],
): Promise<{ scoreId: string; author: string }[]> => {
  const overruled = await db
    .select({ scoreId: score.id, author: verdictOverrule.author })
    .from(score)
    // An overrule and its score are written by one transaction, and so have the same instant.
    .innerJoin(
      verdictOverrule,
      and(
        eq(verdictOverrule.scoreId, score.parentScoreId),
        eq(verdictOverrule.captureId, score.captureId),
        eq(verdictOverrule.createdAt, score.createdAt),
      ),
    )
    .where(inArray(score.id, scoreIds));
  const batched = await db
    .select({ scoreId: score.id, author: reprocessBatch.createdBy })
    .from(score)
    .innerJoin(reprocessBatch, eq(reprocessBatch.id, score.batchId))
    .where(inArray(score.id, scoreIds));
  return [...overruled, ...batched];
};
