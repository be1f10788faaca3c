import { plannedActivation, type Transaction } from '@gondola/db';
import { and, eq, lte, sql } from 'drizzle-orm';
import { actorNamed } from '../../audit/actor.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { activateBays } from './activate-bays.ts';
import type { BayTarget } from './lock-bays.ts';
import type { PlannedActivationRow } from './plan-activation.ts';
import { targetsOf } from './scope.ts';

/** Bays of one transaction: their locks last milliseconds, and a crash costs one chunk, which is then repeated. */
const baysPerChunk = 50;
/** The actor of due activations in rows that name people. */
const scheduler = 'schedule';

/** The result of a chunk; null when the activation is not due any more, or another worker has locked it. */
export type ChunkEnding = { activated: number; isDone: boolean } | null;

/**
 * Carries out the next bays of a planned activation that is due by the database's clock. Ends the activation when no
 * bay is left. Bays that follow the version already or were overtaken are recognised by their assignment, so repeating
 * a chunk changes nothing.
 */
export async function carryOutChunk(tx: Transaction, activationId: string): Promise<ChunkEnding> {
  const [plan] = await tx
    .select()
    .from(plannedActivation)
    .where(
      and(
        eq(plannedActivation.id, activationId),
        eq(plannedActivation.state, 'PLANNED'),
        lte(plannedActivation.dueAt, sql`now()`),
      ),
    )
    .for('update', { skipLocked: true });
  if (!plan) return null;
  const targets = await findRemaining(tx, plan);
  const outcomes = await activateBays(tx, {
    versionId: plan.versionId,
    targets,
    actor: plan.createdBy,
    activationId,
  });
  const activated = outcomes.filter(({ outcome }) => outcome === 'ACTIVATED').length;
  const isDone = targets.length < baysPerChunk;
  if (isDone) await end(tx, plan);
  return { activated, isDone };
}

async function findRemaining(tx: Transaction, plan: PlannedActivationRow): Promise<BayTarget[]> {
  const { rows } = await tx.execute<BayTarget & Record<string, unknown>>(sql`
    select t.store_id as "storeId", t.aisle from ${targetsOf(plan.scope)} t
    left join bay b on b.store_id = t.store_id and b.aisle = t.aisle
    left join planogram_assignment a on a.bay_id = b.id and a.deactivated_at is null
    left join planned_activation other on other.id = a.activation_id
    where a.id is null
      or (a.version_id <> ${plan.versionId} and coalesce(other.due_at, a.activated_at)
        <= (select due_at from planned_activation where id = ${plan.id}))
    order by t.store_id, t.aisle limit ${baysPerChunk}`);
  return rows;
}

async function end(tx: Transaction, plan: PlannedActivationRow): Promise<void> {
  const { rows } = await tx.execute<{ bays: number; activated: number; unchanged: number }>(sql`
    select (select count(*)::int from ${targetsOf(plan.scope)} t) as bays,
      (select count(*)::int from planogram_assignment a where a.activation_id = ${plan.id}) as activated,
      (select count(*)::int from ${targetsOf(plan.scope)} t
        join bay b on b.store_id = t.store_id and b.aisle = t.aisle
        join planogram_assignment a on a.bay_id = b.id and a.deactivated_at is null
        where a.version_id = ${plan.versionId} and a.activation_id is distinct from ${plan.id}) as unchanged`);
  const counts = rows[0] ?? { bays: 0, activated: 0, unchanged: 0 };
  const { bays, activated, unchanged } = counts;
  // Each remaining bay got another version by a later decision.
  const outcome = { bays, activated, unchanged, overtaken: Math.max(0, bays - activated - unchanged) };
  await tx
    .update(plannedActivation)
    .set({ state: 'DONE', endedAt: sql`now()`, endedBy: scheduler, outcome })
    .where(eq(plannedActivation.id, plan.id));
  await recordAudit(tx, actorNamed(plan.createdBy), {
    action: 'planogramVersionActivated',
    object: `planned-activation:${plan.id}`,
    facts: { versionId: plan.versionId, aisle: plan.scope.aisle, ...outcome },
  });
}
