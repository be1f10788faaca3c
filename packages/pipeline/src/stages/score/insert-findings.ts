import { scoreFindings, type Transaction, type Verdict } from '@gondola/db';
import type { OverriddenFinding } from '../../compliance/overrides/override-findings.ts';

interface FindingsOfScore {
  scoreId: string;
  findings: readonly OverriddenFinding[];
}

/** Writes the findings of scores, one row per score. */
export async function insertFindings(tx: Transaction, found: readonly FindingsOfScore[]): Promise<void> {
  if (found.length === 0) return;
  await tx
    .insert(scoreFindings)
    .values(found.map((one) => ({ ...one, verdictCounts: countVerdicts(one.findings) })));
}

function countVerdicts(findings: readonly OverriddenFinding[]): Partial<Record<Verdict, number>> {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of findings) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}
