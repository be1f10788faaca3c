import { breakerAudit, breakerPolicy, type Database } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';
import type { Actor } from '../../audit/actor.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { type BreakerPolicy, defaultBreakerPolicy } from '../model/breaker-policy.ts';
import { readPolicy } from './breaker-rows.ts';
import { lockAudits } from './lock-reviews.ts';
import { readEvidence } from './read-evidence.ts';
import type { BreakerAuditRow } from './run-breaker-review.ts';

export interface AuditDecisionAsked {
  id: string;
  approve: boolean;
  note: string;
}

export type AuditDecided =
  | { audit: BreakerAuditRow; problem: null }
  | { audit: BreakerAuditRow | null; problem: AuditProblem };
/** OUTDATED: the waits in force differ from those on which the proposal is based. */
export type AuditProblem = 'AUDIT_UNKNOWN' | 'NOTHING_PROPOSED' | 'ALREADY_DECIDED' | 'OUTDATED';

/**
 * Decides on a proposal, once. An approval writes the new policy in the same transaction; the fleet uses it from its
 * next decision on. Only the waits change.
 */
export const decideBreakerAudit = (
  db: Database,
  actor: Actor,
  asked: AuditDecisionAsked,
): Promise<AuditDecided> =>
  db.transaction(async (tx): Promise<AuditDecided> => {
    const { id, approve, note } = asked;
    const [known] = await tx
      .select({ name: breakerAudit.name })
      .from(breakerAudit)
      .where(eq(breakerAudit.id, id));
    // Locks in the same order as a review does. Two approvals must not start from the same policy.
    await lockAudits(tx, known?.name ?? '');
    const [audit] = await tx.select().from(breakerAudit).where(eq(breakerAudit.id, id)).for('update');
    if (!audit) return { audit: null, problem: 'AUDIT_UNKNOWN' };
    const { name, proposal } = audit;
    if (proposal === null) return { audit, problem: 'NOTHING_PROPOSED' };
    if (audit.decision !== null) return { audit, problem: 'ALREADY_DECIDED' };

    let policyId: string | null = null;
    if (approve) {
      const inForce = await readPolicy(tx, name);
      const { waits } = readEvidence(audit).present;
      if (
        waits.baseSeconds !== inForce.baseSeconds ||
        waits.factor !== inForce.factor ||
        waits.capSeconds !== inForce.capSeconds
      )
        return { audit, problem: 'OUTDATED' };
      const [policy] = await tx
        .insert(breakerPolicy)
        .values({ ...rulesOf(inForce), ...proposal, name, note, createdBy: actor.name })
        .returning({ id: breakerPolicy.id });
      policyId = policy?.id ?? null;
    }
    const [decided] = await tx
      .update(breakerAudit)
      .set({
        decision: approve ? 'APPROVED' : 'REJECTED',
        decidedBy: actor.name,
        decidedAt: sql`now()`,
        decisionNote: note,
        policyId,
      })
      .where(eq(breakerAudit.id, id))
      .returning();
    if (!decided) throw new Error('invariant: the decision was not written');
    await recordAudit(tx, actor, {
      action: 'breakerAuditDecide',
      object: `breaker-audit:${id}`,
      facts: { breaker: name, approve, note, proposal, policyId },
    });
    return { audit: decided, problem: null };
  });

/** Returns a policy without the other columns of its row. */
const rulesOf = (policy: BreakerPolicy): BreakerPolicy => {
  const names = Object.keys(defaultBreakerPolicy) as (keyof BreakerPolicy)[];
  return Object.fromEntries(names.map((name) => [name, policy[name]])) as unknown as BreakerPolicy;
};
