import { type Database, positionVerdict, score } from '@gondola/db';
import type { Evidence, Run } from '@gondola/pipeline/compliance';
import { and, asc, eq } from 'drizzle-orm';

/** Reads a score of a capture with its findings; null when the capture has no such score. */
export async function readRun(db: Database, captureId: string, scoreId: string): Promise<Run | null> {
  const [row] = await db
    .select()
    .from(score)
    .where(and(eq(score.id, scoreId), eq(score.captureId, captureId)));
  if (!row) return null;
  const verdicts = await db
    .select()
    .from(positionVerdict)
    .where(eq(positionVerdict.scoreId, scoreId))
    .orderBy(asc(positionVerdict.ordinal));
  const { onShelfAvailability, rightShelfRate, rightPlaceRate, facingsAccuracy, strictRate } = row;
  return {
    score: row.score,
    coverage: row.coverage,
    components: { onShelfAvailability, rightShelfRate, rightPlaceRate, facingsAccuracy, strictRate },
    findings: verdicts.map((verdict) => ({ ...verdict, evidence: verdict.evidence as Evidence })),
  };
}
