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
    /** Episodes, what the present policy cost in them and what the candidates would have: as in inference/breaker/audit. */
    evidence: jsonb('evidence').$type<Record<string, unknown>>().notNull(),
    /** The waits that are proposed, or null with the reason in `evidence`. */
    proposal: jsonb('proposal').$type<{ baseSeconds: number; factor: number; capSeconds: number }>(),
    decision: text('decision').$type<AuditDecision>(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    /** Why a person decided so; null where a newer review replaced it. */
    decisionNote: text('decision_note'),
    /** The policy that came of an approval. */
    policyId: uuid('policy_id').references(() => breakerPolicy.id),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('breaker_audit_created').on(t.createdAt, t.id),
    // One open proposal a breaker: a newer review replaces what nobody has decided on.
    uniqueIndex('breaker_audit_open').on(t.name).where(sql`proposal is not null and decision is null`),
  ],
);
