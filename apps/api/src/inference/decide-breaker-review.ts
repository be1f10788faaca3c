import { type AuditProblem, decideBreakerAudit, runBreakerAudit } from '@gondola/pipeline/breakers';
import { personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import type { BreakerAuditRow } from '../queries/find-breakers.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { breakerUnknown } from './inference-breaker-act.ts';
import { BreakerAudit } from './inference-breaker-audit.ts';
import { uuidOf } from './node-id.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { findTextErrors } from './text-limits.ts';

interface Payload {
  audit: BreakerAuditRow | null;
  userErrors: UserErrorShape[];
}

const BreakerAuditPayload = builder.objectRef<Payload>('BreakerAuditPayload').implement({
  fields: (t) => ({
    audit: t.expose('audit', { type: BreakerAudit, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const BreakerAuditRunInput = builder.inputType('BreakerAuditRunInput', {
  fields: (t) => ({ name: t.string({ required: true, description: 'Of the breaker.' }) }),
});

builder.mutationField('breakerAuditRun', (t) =>
  t.field({
    type: BreakerAuditPayload,
    description:
      'Reviews a breaker now; every week it happens by itself. A proposal that nobody has decided on is replaced.',
    authScopes: { may: 'breakerAuditRun' },
    args: { input: t.arg({ type: BreakerAuditRunInput, required: true }) },
    resolve: async (_root, { input: { name } }, { db, viewer }): Promise<Payload> => {
      const person = personOf(viewer);
      return db.transaction(async (tx): Promise<Payload> => {
        const audit = await runBreakerAudit(tx, name, person.email);
        if (!audit) return { audit: null, userErrors: [breakerUnknown] };
        const { proposal } = audit;
        await writeAudit(tx, person, 'breakerAuditRun', `breaker:${name}`, { auditId: audit.id, proposal });
        return { audit, userErrors: [] };
      });
    },
  }),
);

const BreakerAuditDecideInput = builder.inputType('BreakerAuditDecideInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    approve: t.boolean({ required: true }),
    note: t.string({ required: true, description: 'Why; kept with the policy and in the audit log.' }),
  }),
});
type DecideInput = typeof BreakerAuditDecideInput.$inferInput;

builder.mutationField('breakerAuditDecide', (t) =>
  t.field({
    type: BreakerAuditPayload,
    description: 'Decides on a proposal, once. What is approved holds from the fleet’s next decision on.',
    authScopes: { may: 'breakerAuditDecide' },
    args: { input: t.arg({ type: BreakerAuditDecideInput, required: true }) },
    resolve: (_root, { input }, context) => decide(context, input),
  }),
);

async function decide({ db, viewer }: ApiContext, input: DecideInput): Promise<Payload> {
  const { id: userId, email, role } = personOf(viewer);
  const { approve, note } = input;
  const userErrors = findTextErrors({ note: { value: note, limit: 'note' } });
  if (userErrors.length > 0) return { audit: null, userErrors };
  const id = uuidOf('BreakerAudit', input.id);
  if (id === null) return { audit: null, userErrors: [problems.AUDIT_UNKNOWN] };
  const { audit, problem } = await decideBreakerAudit(db, {
    id,
    approve,
    note,
    actor: email,
    facts: { userId, role },
  });
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
