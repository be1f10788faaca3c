import { bay, plannedActivation, planogramAssignment, type Transaction } from '@gondola/db';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';

export interface BayActivation {
  bayId: string;
  /** OVERTAKEN: another activation had a later word on this bay. */
  outcome: 'ACTIVATED' | 'ALREADY' | 'OVERTAKEN';
}

export interface BaysToActivate {
  versionId: string;
  storeIds: readonly string[];
  /** Canonical. */
  aisle: string;
  actor: string;
  /** The planned activation that is carried out; null: a person's word for this very moment. */
  activationId: string | null;
}

/**
 * Makes a version the active one of an aisle's bay in each of the stores; the assignment before is closed, and a bay made
 * where it is new. The bays' own rows are the lock among activations: they are taken in the order of their ids, so that
 * two come one after the other and neither fails. The open assignments are locked too, so that version gates at work
 * in these bays finish first.
 */
export async function activateBays(tx: Transaction, what: BaysToActivate): Promise<BayActivation[]> {
  const bayIds = await lockBays(tx, what.storeIds, what.aisle);
  const open = new Map((await lockOpen(tx, bayIds, what.activationId)).map((row) => [row.bayId, row]));
  const outcomes = bayIds.map((bayId): BayActivation => {
    const active = open.get(bayId);
    if (active?.isOvertaking) return { bayId, outcome: 'OVERTAKEN' };
    return { bayId, outcome: active?.versionId === what.versionId ? 'ALREADY' : 'ACTIVATED' };
  });
  const changed = outcomes.filter(({ outcome }) => outcome === 'ACTIVATED').map(({ bayId }) => bayId);
  if (changed.length === 0) return outcomes;
  // Read behind the locks: the transaction's own `now()` may lie before the activation that it waited for.
  const { rows } = await tx.execute<{ at: string }>(sql`select clock_timestamp()::text as at`);
  const at = sql`${rows[0]?.at}::timestamptz`;
  const closing = changed.flatMap((bayId) => open.get(bayId)?.id ?? []);
  if (closing.length > 0)
    await tx
      .update(planogramAssignment)
      .set({ deactivatedAt: at })
      .where(inArray(planogramAssignment.id, closing));
  const { versionId, actor: activatedBy, activationId } = what;
  await tx
    .insert(planogramAssignment)
    .values(changed.map((bayId) => ({ bayId, versionId, activatedBy, activationId, activatedAt: at })));
  return outcomes;
}

/** Their ids in order. No stronger a lock than needed: captures of these bays go on coming in. */
async function lockBays(tx: Transaction, storeIds: readonly string[], aisle: string): Promise<string[]> {
  if (storeIds.length === 0) return [];
  const stores = [...new Set(storeIds)].toSorted();
  await tx
    .insert(bay)
    .values(stores.map((storeId) => ({ storeId, aisle })))
    .onConflictDoNothing();
  const rows = await tx
    .select({ id: bay.id })
    .from(bay)
    .where(and(inArray(bay.storeId, stores), eq(bay.aisle, aisle)))
    .orderBy(asc(bay.id))
    .for('no key update');
  return rows.map(({ id }) => id);
}

/**
 * An activation that was due later, or a person's word after this one was due, stays: a round that comes late must
 * not undo what was decided since. A person's word for this moment is the latest there is.
 */
async function lockOpen(tx: Transaction, bayIds: string[], activationId: string | null) {
  if (bayIds.length === 0) return [];
  const isOvertaking =
    activationId === null
      ? sql<boolean>`false`
      : sql<boolean>`${laterWord} > (select due_at from planned_activation where id = ${activationId})`;
  return tx
    .select({
      id: planogramAssignment.id,
      bayId: planogramAssignment.bayId,
      versionId: planogramAssignment.versionId,
      isOvertaking,
    })
    .from(planogramAssignment)
    .leftJoin(plannedActivation, eq(plannedActivation.id, planogramAssignment.activationId))
    .where(and(inArray(planogramAssignment.bayId, bayIds), isNull(planogramAssignment.deactivatedAt)))
    .orderBy(asc(planogramAssignment.bayId))
    .for('update', { of: planogramAssignment });
}

/** The instant that an assignment was decided for. */
const laterWord = sql`coalesce(${plannedActivation.dueAt}, ${planogramAssignment.activatedAt})`;
