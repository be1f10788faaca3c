import type { Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import type { CaptureColumns } from '../stage.ts';
import type { ScoreResult } from '../stages/score.ts';
import { insertScores } from './insert-scores.ts';

/** Writes a score row with its verdicts and makes it the capture's current one. Earlier rows stay as they are. */
export async function saveScore(
  tx: Transaction,
  captureId: string,
  result: ScoreResult,
): Promise<CaptureColumns> {
  const [currentScoreId] = await insertScores(tx, [{ captureId, result, origin: 'PIPELINE' }]);
  const { score, coverage } = result.compliance;
  return {
    currentScoreId: currentScoreId as string,
    score,
    coverage,
    tier: result.provenance.tier,
    scoredAt: sql`now()` as unknown as Date,
  };
}
