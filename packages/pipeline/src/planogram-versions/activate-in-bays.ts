import { type Database, plannedActivation } from '@gondola/db';
import { asc, inArray } from 'drizzle-orm';
import { canonicalAisle } from '../aisle.ts';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { PlannedActivationRow } from './activation/plan-activation.ts';
import { type AssignmentPlan, planAssignments } from './assignments/plan-assignments.ts';
import { type AskedTime, readAssignmentFacts } from './assignments/read-assignment-facts.ts';
import { saveAssignments } from './assignments/save-assignments.ts';

export interface ListedActivation {
  label: string;
  bays: readonly { storeCode: string; aisle: string }[];
  /** Null: now. A local time comes at another instant in every time zone. */
  from: AskedTime | null;
}

export type ListedActivationResult =
  | { activations: PlannedActivationRow[]; unchanged: number }
  | { versionUnknown: boolean; storesUnknown: string[] };

/**
 * Activates a version in all bays of a list, each with the aisle of its own store, or in none when a name is unknown.
 * Workers release the captures that waited for the version.
 */
export const activateInBays = (
  db: Database,
  actor: Actor,
  { label, bays, from }: ListedActivation,
): Promise<ListedActivationResult> =>
  db.transaction(async (tx): Promise<ListedActivationResult> => {
    const asked = bays.map(({ storeCode, aisle }, line) => ({
      line,
      storeCode,
      aisle: canonicalAisle(aisle),
      label,
      from,
    }));
    const plans = planAssignments(await readAssignmentFacts(tx, asked));
    const storesUnknown = plans.flatMap((plan) =>
      isProblem(plan, 'STORE_UNKNOWN') ? (asked[plan.line]?.storeCode ?? []) : [],
    );
    const versionUnknown = plans.some((plan) => isProblem(plan, 'VERSION_UNKNOWN'));
    if (versionUnknown || storesUnknown.length > 0)
      return { versionUnknown, storesUnknown: [...new Set(storesUnknown)] };
    const wanted = plans.flatMap((plan) => ('assignment' in plan ? (plan.assignment ?? []) : []));
    const ids = await saveAssignments(tx, wanted, actor.name);
    for (const id of ids)
      await recordAudit(tx, actor, {
        action: 'planogramVersionActivate',
        object: `planned-activation:${id}`,
        facts: { label, bays: bays.length, from },
      });
    const activations = await tx
      .select()
      .from(plannedActivation)
      .where(inArray(plannedActivation.id, ids))
      .orderBy(asc(plannedActivation.dueAt));
    return { activations, unchanged: bays.length - wanted.length };
  });

const isProblem = (plan: AssignmentPlan, problem: string) => 'problem' in plan && plan.problem === problem;
