import { dismissSilentDrift } from '@gondola/pipeline/drift';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';
import { uuidOf } from '../ids/node-id.ts';

interface Payload {
  dismissed: number;
  userErrors: UserErrorShape[];
}

const SilentDriftDismissPayload = builder.objectRef<Payload>('SilentDriftDismissPayload').implement({
  fields: (t) => ({
    dismissed: t.exposeInt('dismissed'),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const SilentDriftDismissInput = builder.inputType('SilentDriftDismissInput', {
  fields: (t) => ({
    bayId: t.id({ required: true }),
    pinnedVersionId: t.id({ required: true }),
    betterVersionId: t.id({ required: true }),
    reason: t.string({ required: true }),
  }),
});
type Input = typeof SilentDriftDismissInput.$inferInput;

builder.mutationField('silentDriftDismiss', (t) =>
  t.field({
    type: SilentDriftDismissPayload,
    description:
      'Settles the open suspicions of a group: the bay does follow the version that its captures were scored against.',
    authScopes: { may: 'silentDriftDismiss' },
    args: { input: t.arg({ type: SilentDriftDismissInput, required: true }) },
    resolve: (_root, { input }, context) => dismiss(context, input),
  }),
);

async function dismiss({ db, viewer }: ApiContext, input: Input): Promise<Payload> {
  const userErrors = findTextErrors({ reason: { value: input.reason, limit: 'note' } });
  if (userErrors.length > 0) return { dismissed: 0, userErrors };
  const bayId = uuidOf('Bay', input.bayId);
  const pinnedVersionId = uuidOf('PlanogramVersion', input.pinnedVersionId);
  const betterVersionId = uuidOf('PlanogramVersion', input.betterVersionId);
  if (bayId === null || pinnedVersionId === null || betterVersionId === null) return unknown;
  const result = await dismissSilentDrift(db, actorOf(viewer), {
    bayId,
    pinnedVersionId,
    betterVersionId,
    reason: input.reason.trim(),
  });
  return 'problem' in result ? unknown : { ...result, userErrors: [] };
}

const unknown: Payload = {
  dismissed: 0,
  userErrors: [
    {
      code: 'NOTHING_TO_DISMISS',
      message: 'There is no open silent drift of this kind any more.',
      field: ['bayId'],
    },
  ],
};
