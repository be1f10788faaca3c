import { type ActivationScope, plannedActivation, type Transaction } from '@gondola/db';
import { and, eq, sql } from 'drizzle-orm';
import { canonicalAisle } from '../../aisle.ts';

export type PlannedActivationRow = typeof plannedActivation.$inferSelect;

/** Records that a version becomes the active one of bays at `dueAt`; null: as soon as possible. */
export async function planActivation(
  tx: Transaction,
  plan: { versionId: string; scope: ActivationScope; dueAt: Date | null; actor: string },
): Promise<PlannedActivationRow> {
  const { versionId, scope, dueAt, actor } = plan;
  const [row] = await tx
    .insert(plannedActivation)
    .values({
      versionId,
      scope: { ...scope, aisle: canonicalAisle(scope.aisle) },
      dueAt: dueAt ?? sql`now()`,
      createdBy: actor,
    })
    .returning();
  if (!row) throw new Error('invariant: the planned activation was not written');
  return row;
}

/**
 * Cancels a planned activation. Waits for a worker that is carrying it out; the activation has then ended, or stops.
 * Bays that were reached keep their version. Returns null when no planned activation has this id.
 */
export async function cancelActivation(
  tx: Transaction,
  what: { id: string; actor: string },
): Promise<PlannedActivationRow | null> {
  const [row] = await tx
    .update(plannedActivation)
    .set({ state: 'CANCELLED', endedAt: sql`now()`, endedBy: what.actor })
    .where(and(eq(plannedActivation.id, what.id), eq(plannedActivation.state, 'PLANNED')))
    .returning();
  return row ?? null;
}
