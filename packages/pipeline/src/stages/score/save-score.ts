import type { Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { insertSilentDrift } from '../../drift/silent/insert-silent-drift.ts';
import type { CaptureColumns } from '../../stage.ts';
import { insertScores } from './insert-scores.ts';
import type { LiveScoreResult } from './score.ts';

/** Writes a score row with its verdicts and makes it the current one of the capture. Earlier rows do not change. */
export async function saveScore(
  tx: Transaction,
  captureId: string,
  { silentDrift, ...result }: LiveScoreResult,
): Promise<CaptureColumns> {
  const [currentScoreId] = await insertScores(tx, [{ captureId, result, origin: 'PIPELINE' }]);
  const { score, coverage } = result.compliance;
  if (silentDrift)
    await insertSilentDrift(tx, {
      ...silentDrift,
      captureId,
      scoreId: currentScoreId as string,
      pinnedVersionId: result.provenance.versionId,
    });
  return {
    currentScoreId: currentScoreId as string,
    score,
    coverage,
    tier: result.provenance.tier,
    scoredAt: sql`now()` as unknown as Date,
  };
}
