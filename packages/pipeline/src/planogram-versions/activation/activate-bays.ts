import { plannedActivation, planogramAssignment, type Transaction } from '@gondola/db';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type BayTarget, lockBays } from './lock-bays.ts';
import { replaceAssignments } from './replace-assignments.ts';

export interface BayActivation {
  bayId: string;
  /** OVERTAKEN: a later decision already applies to this bay. */
  outcome: 'ACTIVATED' | 'ALREADY' | 'OVERTAKEN';
}

export interface BaysToActivate {
  versionId: string;
  targets: readonly BayTarget[];
  actor: string;
  /** The planned activation; null for a person's decision with immediate effect. */
  activationId: string | null;
}

/**
 * Activates a version for bays. Closes the previous assignments and creates missing
 * bays. The bays' rows are locked in the order of their ids, so two activations run one after the other without
 * deadlock. The open assignments are locked too, so that running version gates of these bays finish first.
 */
export async function activateBays(tx: Transaction, what: BaysToActivate): Promise<BayActivation[]> {
  const bayIds = (await lockBays(tx, what.targets)).map(({ id }) => id);
  const open = new Map((await lockOpen(tx, bayIds, what.activationId)).map((row) => [row.bayId, row]));
  const outcomes = bayIds.map((bayId): BayActivation => {
    const active = open.get(bayId);
    if (active?.isOvertaking) return { bayId, outcome: 'OVERTAKEN' };
    return { bayId, outcome: active?.versionId === what.versionId ? 'ALREADY' : 'ACTIVATED' };
  });
  const changed = outcomes.filter(({ outcome }) => outcome === 'ACTIVATED').map(({ bayId }) => bayId);
  const { versionId, activationId, actor } = what;
  await replaceAssignments(tx, {
    closing: changed.flatMap((bayId) => open.get(bayId)?.id ?? []),
    opening: changed.map((bayId) => ({ bayId, versionId, activationId })),
    actor,
  });
  return outcomes;
}

/**
 * Locks the open assignments of the bays, and marks those that overtake this activation: another activation was due
 * later, or a person decided after this one was due. A late run must not undo them. Nothing overtakes a decision with
 * immediate effect.
 */
async function lockOpen(tx: Transaction, bayIds: string[], activationId: string | null) {
  if (bayIds.length === 0) return [];
  const isOvertaking =
    activationId === null
      ? sql<boolean>`false`
      : sql<boolean>`${decidedFor} > (select due_at from planned_activation where id = ${activationId})`;
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

/** The instant from which an assignment was meant to apply. */
const decidedFor = sql`coalesce(${plannedActivation.dueAt}, ${planogramAssignment.activatedAt})`;
