import { planogramVersion, type Transaction } from '@gondola/db';
import { eq } from 'drizzle-orm';
import { canonicalAisle } from '../aisle.ts';
import { activateBays } from './activation/activate-bays.ts';

export type Activation =
  | { bayId: string; versionId: string; isNew: boolean }
  | { problem: 'VERSION_UNKNOWN' };

/**
 * Activates a version for one bay from now on. Closes the previous assignment, and creates a bay that does not exist.
 */
export async function activateVersion(
  tx: Transaction,
  what: { label: string; storeId: string; aisle: string; actor: string },
): Promise<Activation> {
  const [version] = await tx
    .select({ id: planogramVersion.id })
    .from(planogramVersion)
    .where(eq(planogramVersion.label, what.label));
  if (!version) return { problem: 'VERSION_UNKNOWN' };
  const [done] = await activateBays(tx, {
    versionId: version.id,
    targets: [{ storeId: what.storeId, aisle: canonicalAisle(what.aisle) }],
    actor: what.actor,
    activationId: null,
  });
  if (!done) throw new Error(`invariant: bay ${what.aisle} was not written`);
  return { bayId: done.bayId, versionId: version.id, isNew: done.outcome === 'ACTIVATED' };
}
