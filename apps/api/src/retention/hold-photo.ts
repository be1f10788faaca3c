import { holdPhoto } from '@gondola/pipeline/retention';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';
import { uuidOf } from '../ids/node-id.ts';
import { CaptureKeepPayload, captureUnknown, type HoldPayload } from './hold-payload.ts';

const CaptureKeepInput = builder.inputType('CaptureKeepInput', {
  fields: (t) => ({ id: t.id({ required: true }), reason: t.string({ required: true }) }),
});
type Input = typeof CaptureKeepInput.$inferInput;

builder.mutationField('captureKeep', (t) =>
  t.field({
    type: CaptureKeepPayload,
    description:
      'Holds the photo of a capture, whatever the retention policy says. Doing so again replaces the reason.',
    authScopes: { may: 'captureKeep' },
    args: { input: t.arg({ type: CaptureKeepInput, required: true }) },
    resolve: (_root, { input }, context) => hold(context, input),
  }),
);

async function hold({ db, viewer }: ApiContext, input: Input): Promise<HoldPayload> {
  const userErrors = findTextErrors({ reason: { value: input.reason, limit: 'note' } });
  if (userErrors.length > 0) return { captureId: null, userErrors };
  const captureId = uuidOf('Capture', input.id);
  if (captureId === null) return captureUnknown;
  const held = await holdPhoto(db, actorOf(viewer), { captureId, reason: input.reason.trim() });
  if (!('problem' in held)) return { ...held, userErrors: [] };
  if (held.problem === 'CAPTURE_UNKNOWN') return captureUnknown;
  const at = held.expiredAt?.toISOString().slice(0, 10) ?? 'an earlier day';
  const message = `The photo expired on ${at} under the retention policy.`;
  return { captureId, userErrors: [{ code: held.problem, message, field: ['id'] }] };
}
