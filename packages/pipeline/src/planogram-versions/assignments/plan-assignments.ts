import type { AssignmentFacts } from './read-assignment-facts.ts';

export interface NewBayAssignment {
  storeId: string;
  aisle: string;
  versionId: string;
  /** Null: now. */
  dueMs: number | null;
  isDue: boolean;
}

export type AssignmentPlan =
  | { line: number; problem: 'STORE_UNKNOWN' | 'VERSION_UNKNOWN' }
  | { line: number; activeLabel: string | null; assignment: NewBayAssignment | null };

/**
 * Compares asked assignments with the present state. An assignment is null where nothing changes: the bay follows the
 * version, a later decision applies to it, or the same change is planned. Of several due versions of a bay the latest
 * counts.
 */
export function planAssignments(facts: readonly AssignmentFacts[]): AssignmentPlan[] {
  const latest = latestDue(facts);
  return facts.map((fact): AssignmentPlan => {
    const { line, storeId, aisle, versionId, dueMs, isDue } = fact;
    if (storeId === null) return { line, problem: 'STORE_UNKNOWN' };
    if (versionId === null) return { line, problem: 'VERSION_UNKNOWN' };
    const isNeeded = isDue
      ? latest.get(bayKey(fact)) === fact && !fact.isOvertaken && fact.activeVersionId !== versionId
      : !fact.isPlanned;
    const assignment = isNeeded ? { storeId, aisle, versionId, dueMs, isDue } : null;
    return { line, activeLabel: fact.activeLabel, assignment };
  });
}

function latestDue(facts: readonly AssignmentFacts[]): Map<string, AssignmentFacts> {
  const latest = new Map<string, AssignmentFacts>();
  for (const fact of facts) {
    if (!fact.isDue || fact.storeId === null || fact.versionId === null) continue;
    const other = latest.get(bayKey(fact));
    if (other === undefined || dueOf(fact) >= dueOf(other)) latest.set(bayKey(fact), fact);
  }
  return latest;
}

const bayKey = ({ storeId, aisle }: AssignmentFacts): string => `${storeId} ${aisle}`;
const dueOf = ({ dueMs }: AssignmentFacts): number => dueMs ?? Number.POSITIVE_INFINITY;
