import { planogramAssignment, planogramVersion, type Transaction } from '@gondola/db';
import { and, eq, isNull } from 'drizzle-orm';

/**
 * Returns the active version of a bay and locks its open assignment, so that an activation waits for the transaction.
 */
export async function claimActiveVersion(tx: Transaction, bayId: string) {
  const [active] = await tx
    .select({ id: planogramVersion.id, label: planogramVersion.label })
    .from(planogramAssignment)
    .innerJoin(planogramVersion, eq(planogramVersion.id, planogramAssignment.versionId))
    .where(and(eq(planogramAssignment.bayId, bayId), isNull(planogramAssignment.deactivatedAt)))
    .for('share', { of: planogramAssignment });
  return active;
}
