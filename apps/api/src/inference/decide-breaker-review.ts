import { type AuditProblem, decideBreakerAudit } from '@gondola/pipeline/breakers';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import type { UserErrorShape } from '../graphql/errors/problem.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';
import { uuidOf } from '../ids/node-id.ts';
import { BreakerAuditPayload, type ReviewPayload } from './breaker-review-payload.ts';

const BreakerAuditDecideInput = builder.inputType('BreakerAuditDecideInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    approve: t.boolean({ required: true }),
    note: t.string({
      required: true,
      description: 'Why, at most 2000 characters. The note is stored with the policy and in the audit log.',
    }),
  }),
});
type DecideInput = typeof BreakerAuditDecideInput.$inferInput;

builder.mutationField('breakerAuditDecide', (t) =>
  t.field({
    type: BreakerAuditPayload,
    description: 'Approves or rejects a proposal, once. Approved waits are in force at once.',
    authScopes: { may: 'breakerAuditDecide' },
    args: { input: t.arg({ type: BreakerAuditDecideInput, required: true }) },
    resolve: (_root, { input }, context) => decide(context, input),
  }),
);

async function decide({ db, viewer }: ApiContext, input: DecideInput): Promise<ReviewPayload> {
  const { approve, note } = input;
  const userErrors = findTextErrors({ note: { value: note, limit: 'note' } });
  if (userErrors.length > 0) return { audit: null, userErrors };
  const id = uuidOf('BreakerAudit', input.id);
  if (id === null) return { audit: null, userErrors: [problems.AUDIT_UNKNOWN] };
  const { audit, problem } = await decideBreakerAudit(db, actorOf(viewer), { id, approve, note });
  return { audit, userErrors: problem === null ? [] : [problems[problem]] };
}

const problems: Record<AuditProblem, UserErrorShape> = {
  AUDIT_UNKNOWN: { code: 'AUDIT_UNKNOWN', message: 'There is no review of this id.', field: ['id'] },
  NOTHING_PROPOSED: {
    code: 'NOTHING_PROPOSED',
    message: 'This review proposes nothing to decide on.',
    field: ['id'],
  },
  ALREADY_DECIDED: {
    code: 'ALREADY_DECIDED',
    message: 'This proposal has been decided on, or replaced by a newer one.',
    field: ['id'],
  },
  OUTDATED: {
    code: 'AUDIT_OUTDATED',
    message: 'The waits in force are no longer those of the review: run it again.',
    field: ['id'],
  },
};
