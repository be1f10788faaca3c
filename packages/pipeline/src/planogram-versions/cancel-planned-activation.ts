import { type Database, plannedActivation } from '@gondola/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { cancelActivation, type PlannedActivationRow } from './activation/plan-activation.ts';

export type ActivationCancellation =
  | { activation: PlannedActivationRow; problem: null }
  | { activation: PlannedActivationRow; problem: 'ACTIVATION_ENDED' }
  | { activation: null; problem: 'ACTIVATION_UNKNOWN' };

/**
 * Cancels a planned activation for a person, and records it in the audit log. Bays that were reached keep their
 * version.
 */
export const cancelPlannedActivation = (
  db: Database,
  actor: Actor,
  id: string,
): Promise<ActivationCancellation> =>
  db.transaction(async (tx): Promise<ActivationCancellation> => {
    const cancelled = await cancelActivation(tx, { id, actor: actor.name });
    if (cancelled) {
      await recordAudit(tx, actor, {
        action: 'plannedActivationCancel',
        object: `planned-activation:${id}`,
        facts: { versionId: cancelled.versionId, dueAt: cancelled.dueAt },
      });
      return { activation: cancelled, problem: null };
    }
    const [activation] = await tx.select().from(plannedActivation).where(eq(plannedActivation.id, id));
    return activation
      ? { activation, problem: 'ACTIVATION_ENDED' }
      : { activation: null, problem: 'ACTIVATION_UNKNOWN' };
  });
