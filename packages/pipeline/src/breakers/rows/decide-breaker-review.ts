import { auditLog, breakerAudit, breakerPolicy, type Database } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';
import { type BreakerPolicy, defaultBreakerPolicy } from '../../inference/breaker/policy.ts';
import { readPolicy } from './breaker-book.ts';
import { lockAudits } from './lock-audits.ts';
import { readEvidence } from './read-evidence.ts';
import type { BreakerAuditRow } from './run-breaker-audit.ts';

export interface AuditDecisionAsked {
  id: string;
  approve: boolean;
  note: string;
  actor: string;
  /** Kept with the audit row. */
  facts: Record<string, unknown>;
}

export type AuditDecided =
  | { audit: BreakerAuditRow; problem: null }
  | { audit: BreakerAuditRow | null; problem: AuditProblem };
/** OUTDATED: the waits in force are no longer those that the proposal was made from. */
export type AuditProblem = 'AUDIT_UNKNOWN' | 'NOTHING_PROPOSED' | 'ALREADY_DECIDED' | 'OUTDATED';

/**
 * Decides on a proposal, once. An approval writes the policy that the fleet follows from its next decision on, in the
 * same transaction; everything but the waits stays as it was.
 */
export const decideBreakerAudit = (db: Database, asked: AuditDecisionAsked): Promise<AuditDecided> =>
  db.transaction(async (tx): Promise<AuditDecided> => {
    const { id, approve, note, actor, facts } = asked;
    const [known] = await tx
      .select({ name: breakerAudit.name })
      .from(breakerAudit)
      .where(eq(breakerAudit.id, id));
    // Before the row's lock, as a review takes them; and two approvals must not take one policy for the present one.
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
        .values({ ...rulesOf(inForce), ...proposal, name, note, createdBy: actor })
        .returning({ id: breakerPolicy.id });
      policyId = policy?.id ?? null;
    }
    const [decided] = await tx
      .update(breakerAudit)
      .set({
        decision: approve ? 'APPROVED' : 'REJECTED',
        decidedBy: actor,
        decidedAt: sql`now()`,
        decisionNote: note,
        policyId,
      })
      .where(eq(breakerAudit.id, id))
      .returning();
    if (!decided) throw new Error('the decision was not written');
    await tx.insert(auditLog).values({
      actor,
      action: 'breakerAuditDecide',
      object: `breaker-audit:${id}`,
      facts: { ...facts, breaker: name, approve, note, proposal, policyId },
    });
    return { audit: decided, problem: null };
  });

/** A policy's rules without the row that they stand in. */
const rulesOf = (policy: BreakerPolicy): BreakerPolicy => {
  const names = Object.keys(defaultBreakerPolicy) as (keyof BreakerPolicy)[];
  return Object.fromEntries(names.map((name) => [name, policy[name]])) as unknown as BreakerPolicy;
};
