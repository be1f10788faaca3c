import { dismissSilentDrift } from '@gondola/pipeline/drift';
import { personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { uuidOf } from './node-id.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { findTextErrors } from './text-limits.ts';

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
    description: 'The bay does follow the version it is scored against: the open items of the group end.',
    authScopes: { may: 'silentDriftDismiss' },
    args: { input: t.arg({ type: SilentDriftDismissInput, required: true }) },
    resolve: (_root, { input }, context) => dismiss(context, input),
  }),
);

async function dismiss({ db, viewer }: ApiContext, input: Input): Promise<Payload> {
  const { id: userId, email: actor, role } = personOf(viewer);
  const userErrors = findTextErrors({ reason: { value: input.reason, limit: 'note' } });
  if (userErrors.length > 0) return { dismissed: 0, userErrors };
  const bayId = uuidOf('Bay', input.bayId);
  const pinnedVersionId = uuidOf('PlanogramVersion', input.pinnedVersionId);
  const betterVersionId = uuidOf('PlanogramVersion', input.betterVersionId);
  if (bayId === null || pinnedVersionId === null || betterVersionId === null) return unknown;
  const dismissed = await db.transaction((tx) =>
    dismissSilentDrift(
      tx,
      { bayId, pinnedVersionId, betterVersionId },
      { actor, reason: input.reason.trim(), facts: { userId, role } },
    ),
  );
  return dismissed > 0 ? { dismissed, userErrors: [] } : unknown;
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
