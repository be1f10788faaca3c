import { retentionPolicy } from '@gondola/db';
import { announceExpiry, type RetentionPolicy } from '@gondola/pipeline/archive';
import { personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import type { RetentionRunRow } from '../queries/find-retention.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { RetentionPolicyObject, RetentionRun } from './retention.ts';
import { findTextErrors } from './text-limits.ts';

interface PolicyPayload {
  policy: RetentionPolicy | null;
  userErrors: UserErrorShape[];
}

const RetentionPolicySetPayload = builder.objectRef<PolicyPayload>('RetentionPolicySetPayload').implement({
  fields: (t) => ({
    policy: t.expose('policy', { type: RetentionPolicyObject, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const RetentionPolicySetInput = builder.inputType('RetentionPolicySetInput', {
  fields: (t) => ({
    reviewDays: t.int({ required: true }),
    cleanPhotoDays: t.int({ description: 'Left out: never.' }),
    faultyPhotoDays: t.int({ description: 'Left out: never.' }),
    noticeDays: t.int({ required: true }),
    note: t.string({ required: true, description: 'Why.' }),
  }),
});
type Input = typeof RetentionPolicySetInput.$inferInput;

builder.mutationField('retentionPolicySet', (t) =>
  t.field({
    type: RetentionPolicySetPayload,
    description:
      'Sets how long things are kept, from now on. Photos that an earlier policy announced stay: the new one announces its own.',
    authScopes: { may: 'retentionPolicySet' },
    args: { input: t.arg({ type: RetentionPolicySetInput, required: true }) },
    resolve: (_root, { input }, context) => setPolicy(context, input),
  }),
);

async function setPolicy({ db, viewer }: ApiContext, input: Input): Promise<PolicyPayload> {
  const person = personOf(viewer);
  const userErrors = findErrors(input);
  if (userErrors.length > 0) return { policy: null, userErrors };
  const days = {
    reviewDays: input.reviewDays,
    cleanPhotoDays: input.cleanPhotoDays ?? null,
    faultyPhotoDays: input.faultyPhotoDays ?? null,
    noticeDays: input.noticeDays,
    note: input.note.trim(),
  };
  return db.transaction(async (tx): Promise<PolicyPayload> => {
    const [policy] = await tx
      .insert(retentionPolicy)
      .values({ ...days, createdBy: person.email })
      .returning();
    if (!policy) throw new Error('the retention policy was not written');
    await writeAudit(tx, person, 'retentionPolicySet', `retention-policy:${policy.id}`, days);
    return { policy, userErrors: [] };
  });
}

/** A century: whoever wants more wants for ever, which is to leave it out. */
const mostDays = 36_500;
/** Within a day nobody reads a notice. */
const ranges = {
  reviewDays: [1, mostDays],
  cleanPhotoDays: [1, mostDays],
  faultyPhotoDays: [1, mostDays],
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

interface RunPayload {
  run: RetentionRunRow | null;
  userErrors: UserErrorShape[];
}

const RetentionDryRunPayload = builder.objectRef<RunPayload>('RetentionDryRunPayload').implement({
  fields: (t) => ({
    run: t.expose('run', { type: RetentionRun, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

builder.mutationField('retentionDryRun', (t) =>
  t.field({
    type: RetentionDryRunPayload,
    description:
      'Announces which photos the policy in force lets go. They are removed after its days of notice, unless somebody keeps them; a dry run is made every week without being asked for.',
    authScopes: { may: 'retentionDryRun' },
    resolve: (_root, _args, context) => dryRun(context),
  }),
);

async function dryRun({ db, viewer }: ApiContext): Promise<RunPayload> {
  const person = personOf(viewer);
  return db.transaction(async (tx): Promise<RunPayload> => {
    const run = await announceExpiry(tx, person.email);
    if (run === null)
      return {
        run,
        userErrors: [
          { code: 'NOTHING_EXPIRES', message: 'Under the policy in force no photo ever expires.' },
        ],
      };
    const { photos, captures } = run;
    await writeAudit(tx, person, 'retentionDryRun', `retention-run:${run.id}`, { photos, captures });
    return { run, userErrors: [] };
  });
}
