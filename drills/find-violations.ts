import type { Database } from '@gondola/db';
import { checkInvariants } from '@gondola/pipeline/invariants';

/** Returns a finding for each invariant that the database violates. */
export async function findViolations(db: Database): Promise<string[]> {
  return (await checkInvariants(db)).flatMap(({ invariant, violations }) =>
    violations.length === 0 ? [] : [`broken: ${invariant} (${violations.length})`],
  );
}
