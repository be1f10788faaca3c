import { requestRecaptureByPerson } from '@gondola/pipeline/recaptures';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import type { UserErrorShape } from '../graphql/errors/problem.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';
import { uuidOf } from '../ids/node-id.ts';
import { RecapturePayload, type RecapturePayloadShape } from './recapture-payload.ts';
import { readRecaptureRequest } from './recapture-request-rows.ts';

const RecaptureRequestInput = builder.inputType('RecaptureRequestInput', {
  fields: (t) => ({
    captureId: t.id({ required: true, description: 'The global id of the capture, or its bare UUID.' }),
    note: t.string({
      description:
        'Why the photo is requested, at most 2000 characters. The note is stored in the audit log.',
    }),
  }),
});
type Input = typeof RecaptureRequestInput.$inferInput;

builder.mutationField('recaptureRequest', (t) =>
  t.field({
    type: RecapturePayload,
    description:
      'Asks the store for a new photo instead of a capture’s. The request is open until a photo comes or a person withdraws it.',
    authScopes: { may: 'recaptureRequest' },
    args: { input: t.arg({ type: RecaptureRequestInput, required: true }) },
    resolve: (_root, { input }, context) => request(context, input),
  }),
);

async function request({ db, viewer }: ApiContext, input: Input): Promise<RecapturePayloadShape> {
  const userErrors = findTextErrors({ note: { value: input.note || undefined, limit: 'note' } });
  if (userErrors.length > 0) return { request: null, userErrors };
  const captureId = uuidOf('Capture', input.captureId);
  if (captureId === null) return refused;
  const note = input.note ?? null;
  const requested = await requestRecaptureByPerson(db, actorOf(viewer), { captureId, note });
  if ('problem' in requested) return refused;
  return { request: await readRecaptureRequest(db, requested.requestId), userErrors: [] };
}

const captureUnknown: UserErrorShape = {
  code: 'CAPTURE_UNKNOWN',
  message: 'There is no capture of this id.',
  field: ['captureId'],
};
const refused: RecapturePayloadShape = { request: null, userErrors: [captureUnknown] };
