import { type ActivationScope, plannedActivation, type Transaction } from '@gondola/db';
import { and, eq, sql } from 'drizzle-orm';
import { canonicalAisle } from '../../intake/idempotency-key.ts';

export type PlannedActivationRow = typeof plannedActivation.$inferSelect;

/** Writes down that a version becomes the active one of bays when it is due; `dueAt` null: as soon as it can be done. */
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
  if (!row) throw new Error('the planned activation was not written');
  return row;
}

/**
 * Takes a planned activation back. One that is being carried out is waited for, and has ended or goes no further; the
 * bays that it reached keep their version. Null: there is none of this id that is still planned.
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
