import { positionVerdict, type ScoreOrigin, score, type Transaction } from '@gondola/db';
import { v7 } from 'uuid';
import type { ScoreResult } from '../stages/score.ts';

export interface NewScore {
  captureId: string;
  result: ScoreResult;
  origin: ScoreOrigin;
  batchId?: string;
  parentScoreId?: string;
}

/** Postgres takes 65,535 parameters a statement, and a verdict has 15. */
const verdictsPerStatement = 4000;

/** Writes score rows with their verdicts, as sets. Answers their ids in order. Which one is current is told elsewhere. */
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
  const verdicts = scores.flatMap(({ result }, i) =>
    result.compliance.findings.map((finding, ordinal) => ({ scoreId: idOf(i), ordinal, ...finding })),
  );
  for (let from = 0; from < verdicts.length; from += verdictsPerStatement)
    await tx.insert(positionVerdict).values(verdicts.slice(from, from + verdictsPerStatement));
  return ids;
}
