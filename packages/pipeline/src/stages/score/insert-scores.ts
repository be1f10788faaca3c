import { type ScoreOrigin, score, type Transaction } from '@gondola/db';
import { v7 } from 'uuid';
import { insertFindings } from './insert-findings.ts';
import type { ScoreResult } from './score.ts';

export interface NewScore {
  captureId: string;
  result: ScoreResult;
  origin: ScoreOrigin;
  batchId?: string;
  parentScoreId?: string;
}

/**
 * Writes score rows with their findings, as sets. Returns their ids in order. The caller decides which one becomes
 * current.
 */
export async function insertScores(tx: Transaction, scores: readonly NewScore[]): Promise<string[]> {
  if (scores.length === 0) return [];
  const ids = scores.map(() => v7());
  const idOf = (i: number) => ids[i] as string;
  await tx.insert(score).values(
    scores.map(({ result: { compliance, provenance }, ...made }, i) => {
      const { findings: _, components, ...headline } = compliance;
      return { id: idOf(i), ...made, ...provenance, ...headline, ...components };
    }),
  );
  await insertFindings(
    tx,
    scores.map(({ result }, i) => ({ scoreId: idOf(i), findings: result.compliance.findings })),
  );
  return ids;
}
