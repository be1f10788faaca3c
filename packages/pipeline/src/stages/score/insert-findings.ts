import { scoreFindings, type Transaction, type Verdict } from '@gondola/db';
import type { JudgedFinding } from '../stages/rule-on.ts';

interface FoundFor {
  scoreId: string;
  findings: readonly JudgedFinding[];
}

/** Writes the findings of scores, one row a score. */
export async function insertFindings(tx: Transaction, found: readonly FoundFor[]): Promise<void> {
  if (found.length === 0) return;
  await tx
    .insert(scoreFindings)
    .values(found.map((one) => ({ ...one, verdictCounts: countVerdicts(one.findings) })));
}

function countVerdicts(findings: readonly JudgedFinding[]): Partial<Record<Verdict, number>> {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of findings) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}
