import { keepPhoto, releaseKeptPhoto } from '@gondola/pipeline/archive';
import { personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { uuidOf } from './node-id.ts';
import { CaptureNode } from './nodes.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { findTextErrors } from './text-limits.ts';

interface Payload {
  captureId: string | null;
  userErrors: UserErrorShape[];
}

const CaptureKeepPayload = builder.objectRef<Payload>('CaptureKeepPayload').implement({
  fields: (t) => ({
    capture: t.field({ type: CaptureNode, nullable: true, resolve: ({ captureId }) => captureId }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const CaptureKeepInput = builder.inputType('CaptureKeepInput', {
  fields: (t) => ({ id: t.id({ required: true }), reason: t.string({ required: true }) }),
});

builder.mutationField('captureKeep', (t) =>
  t.field({
    type: CaptureKeepPayload,
    description:
      'The capture’s photo is kept, whatever the retention policy says. Again: with another reason.',
    authScopes: { may: 'captureKeep' },
    args: { input: t.arg({ type: CaptureKeepInput, required: true }) },
    resolve: (_root, { input }, context) => keep(context, input),
  }),
);

async function keep(
  { db, viewer }: ApiContext,
  input: typeof CaptureKeepInput.$inferInput,
): Promise<Payload> {
  const { id: userId, email, role } = personOf(viewer);
  const userErrors = findTextErrors({ reason: { value: input.reason, limit: 'note' } });
  if (userErrors.length > 0) return { captureId: null, userErrors };
  const id = uuidOf('Capture', input.id);
  if (id === null) return unknown;
  const { capture, problem } = await db.transaction((tx) =>
    keepPhoto(tx, { id, reason: input.reason.trim(), actor: email, facts: { userId, role } }),
  );
  if (capture === null) return unknown;
  if (problem === null) return { captureId: id, userErrors: [] };
  const at = capture.photoExpiredAt?.toISOString().slice(0, 10) ?? 'an earlier day';
  return {
    captureId: id,
    userErrors: [
      {
        code: 'PHOTO_EXPIRED',
        message: `The photo expired on ${at} under the retention policy.`,
        field: ['id'],
      },
    ],
  };
}

const CaptureKeepReleaseInput = builder.inputType('CaptureKeepReleaseInput', {
  fields: (t) => ({ id: t.id({ required: true }) }),
});

builder.mutationField('captureKeepRelease', (t) =>
  t.field({
    type: CaptureKeepPayload,
    description: 'The retention policy counts for the photo again. Doing it again changes nothing.',
    authScopes: { may: 'captureKeepRelease' },
    args: { input: t.arg({ type: CaptureKeepReleaseInput, required: true }) },
    resolve: async (_root, { input }, { db, viewer }) => {
      const { id: userId, email, role } = personOf(viewer);
      const id = uuidOf('Capture', input.id);
      if (id === null) return unknown;
      const { problem } = await db.transaction((tx) =>
        releaseKeptPhoto(tx, { id, actor: email, facts: { userId, role } }),
      );
      return problem === null ? { captureId: id, userErrors: [] } : unknown;
    },
  }),
);

const unknown: Payload = {
  captureId: null,
  userErrors: [{ code: 'CAPTURE_UNKNOWN', message: 'There is no capture of this id.', field: ['id'] }],
};
