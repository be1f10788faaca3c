import { reprocessBatch, score, type Transaction, verdictOverrule } from '@gondola/db';
import { and, desc, eq } from 'drizzle-orm';

/** The origin of a score. `by`: the person who overruled or started the batch; null when unknown. */
export interface ScoreSummary {
  source: 'OVERRULE' | 'BATCH' | 'PIPELINE';
  by: string | null;
  at: Date;
}

/** Reads the origin of the current score, for a person whose overrule came second; null when the score is gone. */
export async function readScoreSummary(tx: Transaction, scoreId: string): Promise<ScoreSummary | null> {
  const [row] = await tx.select().from(score).where(eq(score.id, scoreId));
  if (!row) return null;
  const at = row.createdAt;
  if (row.origin === 'OVERRULE' && row.parentScoreId !== null) {
    const [overrule] = await tx
      .select({ author: verdictOverrule.author })
      .from(verdictOverrule)
      .where(
        and(eq(verdictOverrule.captureId, row.captureId), eq(verdictOverrule.scoreId, row.parentScoreId)),
      )
      .orderBy(desc(verdictOverrule.createdAt), desc(verdictOverrule.id))
      .limit(1);
    return { source: 'OVERRULE', by: overrule?.author ?? null, at };
  }
  if (row.batchId === null) return { source: 'PIPELINE', by: null, at };
  const [batch] = await tx
    .select({ createdBy: reprocessBatch.createdBy })
    .from(reprocessBatch)
    .where(eq(reprocessBatch.id, row.batchId));
  return { source: 'BATCH', by: batch?.createdBy ?? null, at };
}
