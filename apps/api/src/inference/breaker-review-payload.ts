import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { BreakerAuditNode } from '../graphql/nodes/nodes.ts';
import type { BreakerAuditRow } from './breaker-rows.ts';

/** The payload of a requested review and of a decision on a review. */

export interface ReviewPayload {
  audit: BreakerAuditRow | null;
  userErrors: UserErrorShape[];
}

export const BreakerAuditPayload = builder.objectRef<ReviewPayload>('BreakerAuditPayload').implement({
  fields: (t) => ({
    audit: t.expose('audit', { type: BreakerAuditNode, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});
