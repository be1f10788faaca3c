import { bay, planogramAssignment, planogramVersion, type Transaction } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { canonicalAisle } from '../intake/idempotency-key.ts';

export type Activation =
  | { bayId: string; versionId: string; isNew: boolean }
  | { problem: 'VERSION_UNKNOWN'; message: string };

/**
 * Makes a version the active one of a bay; the one before is closed, and the bay made if it is new. The open row is
 * locked, so that a version gate at work in the same bay finishes first.
 */
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
  const bayId = await lockBay(tx, what.storeId, canonicalAisle(what.aisle));
  const [active] = await tx
    .select()
    .from(planogramAssignment)
    .where(and(eq(planogramAssignment.bayId, bayId), isNull(planogramAssignment.deactivatedAt)))
    .for('update');
  if (active?.versionId === version.id) return { bayId, versionId: version.id, isNew: false };
  if (active)
    await tx
      .update(planogramAssignment)
      .set({ deactivatedAt: sql`now()` })
      .where(eq(planogramAssignment.id, active.id));
  await tx.insert(planogramAssignment).values({ bayId, versionId: version.id, activatedBy: what.actor });
  return { bayId, versionId: version.id, isNew: true };
}

/** The bay's own row is the lock: two activations of a bay without an active version must not both insert one. */
async function lockBay(tx: Transaction, storeId: string, aisle: string): Promise<string> {
  await tx.insert(bay).values({ storeId, aisle }).onConflictDoNothing();
  const [row] = await tx
    .select({ id: bay.id })
    .from(bay)
    .where(and(eq(bay.storeId, storeId), eq(bay.aisle, aisle)))
    .for('update');
  if (!row) throw new Error(`bay ${aisle} was not written`);
  return row.id;
}
