import { type RetentionPolicy, setRetentionPolicy } from '@gondola/pipeline/retention';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';
import { RetentionPolicyObject } from './retention.ts';

interface Payload {
  policy: RetentionPolicy | null;
  userErrors: UserErrorShape[];
}

const RetentionPolicySetPayload = builder.objectRef<Payload>('RetentionPolicySetPayload').implement({
  fields: (t) => ({
    policy: t.expose('policy', { type: RetentionPolicyObject, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const RetentionPolicySetInput = builder.inputType('RetentionPolicySetInput', {
  fields: (t) => ({
    reviewDays: t.int({ required: true }),
    cleanPhotoDays: t.int({
      description: 'How many days after ARCHIVED these photos expire, 1 to 36,500; left out for never.',
    }),
    faultyPhotoDays: t.int({
      description: 'How many days after ARCHIVED these photos expire, 1 to 36,500; left out for never.',
    }),
    noticeDays: t.int({ required: true }),
    note: t.string({ required: true, description: 'Why the policy is set, at most 2000 characters.' }),
  }),
});
type Input = typeof RetentionPolicySetInput.$inferInput;

builder.mutationField('retentionPolicySet', (t) =>
  t.field({
    type: RetentionPolicySetPayload,
    description:
      'Sets the retention policy, from now on. Photos that an earlier policy announced stay: the new policy announces its own.',
    authScopes: { may: 'retentionPolicySet' },
    args: { input: t.arg({ type: RetentionPolicySetInput, required: true }) },
    resolve: (_root, { input }, context) => setPolicy(context, input),
  }),
);

async function setPolicy({ db, viewer }: ApiContext, input: Input): Promise<Payload> {
  const userErrors = findErrors(input);
  if (userErrors.length > 0) return { policy: null, userErrors };
  const policy = await setRetentionPolicy(db, actorOf(viewer), {
    reviewDays: input.reviewDays,
    cleanPhotoDays: input.cleanPhotoDays ?? null,
    faultyPhotoDays: input.faultyPhotoDays ?? null,
    noticeDays: input.noticeDays,
    note: input.note.trim(),
  });
  return { policy, userErrors: [] };
}

/** A century: for longer, the field is left out, which means for ever. */
const maxDays = 36_500;
/** A notice of less than a day would not be read in time. */
const ranges = {
  reviewDays: [1, maxDays],
  cleanPhotoDays: [1, maxDays],
  faultyPhotoDays: [1, maxDays],
  noticeDays: [1, 365],
} as const;

function findErrors(input: Input): UserErrorShape[] {
  const outside = Object.entries(ranges).flatMap(([field, [least, most]]): UserErrorShape[] => {
    const value = input[field as keyof typeof ranges];
    if (typeof value !== 'number' || (value >= least && value <= most)) return [];
    return [
      { code: 'OUT_OF_RANGE', message: `${field} must be between ${least} and ${most}.`, field: [field] },
    ];
  });
  return [...outside, ...findTextErrors({ note: { value: input.note, limit: 'note' } })];
}
