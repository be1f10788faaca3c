import { planogramVersion } from '@gondola/db';
import { createWaiver, revokeWaiver, versionOfBay } from '@gondola/pipeline/waivers';
import { eq } from 'drizzle-orm';
import { personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import type { WaiverRow } from '../queries/of-rulings.ts';
import { uuidOf } from './node-id.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { findTextErrors } from './text-limits.ts';
import { Waiver } from './waiver.ts';

interface Payload {
  waiver: WaiverRow | null;
  capturesAffected: number;
  userErrors: UserErrorShape[];
}

const WaiverPayload = builder.objectRef<Payload>('WaiverPayload').implement({
  fields: (t) => ({
    waiver: t.expose('waiver', { type: Waiver, nullable: true }),
    capturesAffected: t.exposeInt('capturesAffected', {
      description:
        'Captures of the bay under review that would be scored otherwise. Their scores stay until a batch scores them again.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const WaiverCreateInput = builder.inputType('WaiverCreateInput', {
  fields: (t) => ({
    bayId: t.id({ required: true }),
    planogramVersion: t.string({
      description: 'Label of the version whose position it is; left out: the one the bay follows.',
    }),
    positionId: t.string({ required: true }),
    expiresAt: t.field({ type: 'DateTime', required: true, description: 'In the future, within two years.' }),
    reason: t.string({ required: true }),
  }),
});
type CreateInput = typeof WaiverCreateInput.$inferInput;

builder.mutationField('waiverCreate', (t) =>
  t.field({
    type: WaiverPayload,
    description:
      'Leaves a position out of a bay’s scores until an instant. Scores that stand are not changed.',
    authScopes: { may: 'waiverCreate' },
    args: { input: t.arg({ type: WaiverCreateInput, required: true }) },
    resolve: (_root, { input }, context) => create(context, input),
  }),
);

async function create({ db, viewer }: ApiContext, input: CreateInput): Promise<Payload> {
  const { id: userId, email, role } = personOf(viewer);
  const { positionId, expiresAt, reason, planogramVersion: label } = input;
  const userErrors = findTextErrors({
    reason: { value: reason, limit: 'note' },
    positionId: { value: positionId, limit: 'name' },
  });
  if (userErrors.length > 0) return { ...nothing, userErrors };
  const bayId = uuidOf('Bay', input.bayId);
  if (bayId === null) return refused('BAY_UNKNOWN', 'There is no bay of this id.', 'bayId');
  return db.transaction(async (tx): Promise<Payload> => {
    const [version] = label
      ? await tx
          .select({ id: planogramVersion.id })
          .from(planogramVersion)
          .where(eq(planogramVersion.label, label))
      : [];
    const versionId = label ? version?.id : await versionOfBay(tx, bayId);
    if (!versionId)
      return label
        ? refused('VERSION_UNKNOWN', `There is no planogram version "${label}".`, 'planogramVersion')
        : refused('VERSION_UNKNOWN', 'The bay follows no planogram version.', 'bayId');
    const result = await createWaiver(tx, {
      bayId,
      versionId,
      positionId,
      reason: reason.trim(),
      expiresAt,
      actor: email,
      facts: { userId, role },
    });
    if ('waiver' in result) return { ...result, userErrors: [] };
    return refused(result.problem, result.message, fieldOf[result.problem]);
  });
}

const WaiverRevokeInput = builder.inputType('WaiverRevokeInput', {
  fields: (t) => ({ id: t.id({ required: true }) }),
});

builder.mutationField('waiverRevoke', (t) =>
  t.field({
    type: WaiverPayload,
    description: 'The position counts again. Doing it again changes nothing.',
    authScopes: { may: 'waiverRevoke' },
    args: { input: t.arg({ type: WaiverRevokeInput, required: true }) },
    resolve: (_root, { input }, context) => revoke(context, input.id),
  }),
);

async function revoke({ db, viewer }: ApiContext, given: string): Promise<Payload> {
  const { id: userId, email, role } = personOf(viewer);
  const id = uuidOf('Waiver', given);
  const result =
    id === null
      ? null
      : await db.transaction((tx) => revokeWaiver(tx, { id, actor: email, facts: { userId, role } }));
  return result
    ? { ...result, userErrors: [] }
    : refused('WAIVER_UNKNOWN', 'There is no waiver of this id.', 'id');
}

const fieldOf = {
  BAY_UNKNOWN: 'bayId',
  POSITION_UNKNOWN: 'positionId',
  EXPIRY_NOT_POSSIBLE: 'expiresAt',
} as const;
const nothing = { waiver: null, capturesAffected: 0 };
const refused = (code: string, message: string, field: string): Payload => ({
  ...nothing,
  userErrors: [{ code, message, field: [field] }],
});
