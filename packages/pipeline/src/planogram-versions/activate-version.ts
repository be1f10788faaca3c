import { planogramVersion, type Transaction } from '@gondola/db';
import { eq } from 'drizzle-orm';
import { canonicalAisle } from '../intake/idempotency-key.ts';
import { activateBays } from './activation/activate-bays.ts';

export type Activation =
  | { bayId: string; versionId: string; isNew: boolean }
  | { problem: 'VERSION_UNKNOWN'; message: string };

/** Makes a version the active one of one bay from now on; the one before is closed, and the bay made if it is new. */
export async function activateVersion(
  tx: Transaction,
  what: { label: string; storeId: string; aisle: string; actor: string },
): Promise<Activation> {
  const [version] = await tx
    .select({ id: planogramVersion.id })
    .from(planogramVersion)
    .where(eq(planogramVersion.label, what.label));
  if (!version)
    return { problem: 'VERSION_UNKNOWN', message: `There is no planogram version "${what.label}".` };
  const [done] = await activateBays(tx, {
    versionId: version.id,
    storeIds: [what.storeId],
    aisle: canonicalAisle(what.aisle),
    actor: what.actor,
    activationId: null,
  });
  if (!done) throw new Error(`bay ${what.aisle} was not written`);
  return { bayId: done.bayId, versionId: version.id, isNew: done.outcome === 'ACTIVATED' };
}
