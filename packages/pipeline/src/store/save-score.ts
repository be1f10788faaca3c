import { positionVerdict, score, type Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Finding } from '../compliance/finding.ts';
import type { CaptureColumns } from '../stage.ts';
import type { ScoreResult } from '../stages/score.ts';

/** Writes a score row with its verdicts and makes it the capture's current one. Earlier rows stay as they are. */
export async function saveScore(
  tx: Transaction,
  captureId: string,
  { compliance, provenance }: ScoreResult,
): Promise<CaptureColumns> {
  const scoreId = v7();
  const { findings, components, ...headline } = compliance;
  await tx.insert(score).values({ id: scoreId, captureId, ...provenance, ...headline, ...components });
  if (findings.length > 0)
    await tx.insert(positionVerdict).values(findings.map((finding, i) => toRow(scoreId, finding, i)));
  return {
    currentScoreId: scoreId,
    score: compliance.score,
    coverage: compliance.coverage,
    tier: provenance.tier,
    scoredAt: sql`now()` as unknown as Date,
  };
}

const toRow = (scoreId: string, finding: Finding, ordinal: number) => ({ scoreId, ordinal, ...finding });
