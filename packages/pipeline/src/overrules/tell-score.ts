import { reprocessBatch, score, type Transaction, verdictOverrule } from '@gondola/db';
import { and, desc, eq } from 'drizzle-orm';

/** For whoever comes second: who made the score that is current now, and when, in words. */
export async function tellScore(tx: Transaction, scoreId: string): Promise<string> {
  const [row] = await tx.select().from(score).where(eq(score.id, scoreId));
  if (!row) return 'Another score of this capture has become the current one.';
  const at = `${row.createdAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  if (row.origin === 'OVERRULE' && row.parentScoreId !== null) {
    const [by] = await tx
      .select({ author: verdictOverrule.author })
      .from(verdictOverrule)
      .where(
        and(eq(verdictOverrule.captureId, row.captureId), eq(verdictOverrule.scoreId, row.parentScoreId)),
      )
      .orderBy(desc(verdictOverrule.createdAt), desc(verdictOverrule.id))
      .limit(1);
    return `${by?.author ?? 'Someone'} overruled a verdict of this capture on ${at}. Look at it again.`;
  }
  if (row.batchId !== null) {
    const [batch] = await tx
      .select({ createdBy: reprocessBatch.createdBy })
      .from(reprocessBatch)
      .where(eq(reprocessBatch.id, row.batchId));
    return `A batch of ${batch?.createdBy ?? 'someone'} scored this capture again on ${at}. Look at it again.`;
  }
  return `The pipeline scored this capture on ${at}. Look at it again.`;
}
