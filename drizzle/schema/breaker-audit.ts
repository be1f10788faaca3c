import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { breakerPolicy } from './breaker-policy.ts';
import { createdAt, id, instant } from './columns.ts';
import type { AuditDecision } from './vocabulary.ts';

/** A review of a breaker's waits against its recorded history, with a proposal that a person decides on. */
export const breakerAudit = pgTable(
  'breaker_audit',
  {
    id: id(),
    name: text('name').notNull(),
    from: instant('from_at').notNull(),
    to: instant('to_at').notNull(),
    /** Episodes, with the cost of the present policy and of the candidates: see packages/pipeline/src/breakers/review. */
    evidence: jsonb('evidence').$type<Record<string, unknown>>().notNull(),
    /** The proposed waits, or null with the reason in `evidence`. */
    proposal: jsonb('proposal').$type<{ baseSeconds: number; factor: number; capSeconds: number }>(),
    decision: text('decision').$type<AuditDecision>(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    /** The person's reason for the decision; null where a newer review replaced this one. */
    decisionNote: text('decision_note'),
    /** The policy that an approval created. */
    policyId: uuid('policy_id').references(() => breakerPolicy.id),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('breaker_audit_created').on(t.createdAt, t.id),
    // One open proposal a breaker: a newer review replaces an undecided one.
    uniqueIndex('breaker_audit_open').on(t.name).where(sql`proposal is not null and decision is null`),
  ],
);
