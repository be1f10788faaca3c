import { withdrawRecapture } from '@gondola/pipeline/recaptures';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import type { UserErrorShape } from '../graphql/errors/problem.ts';
import { uuidOf } from '../ids/node-id.ts';
import { RecapturePayload, type RecapturePayloadShape } from './recapture-payload.ts';
import { readRecaptureRequest } from './recapture-request-rows.ts';

const RecaptureWithdrawInput = builder.inputType('RecaptureWithdrawInput', {
  fields: (t) => ({
    id: t.id({ required: true, description: 'The global id of the request, or its bare UUID.' }),
  }),
});

builder.mutationField('recaptureWithdraw', (t) =>
  t.field({
    type: RecapturePayload,
    description: 'Closes a request as WITHDRAWN. The capture itself is processed as before.',
    authScopes: { may: 'recaptureWithdraw' },
    args: { input: t.arg({ type: RecaptureWithdrawInput, required: true }) },
    resolve: (_root, { input }, context) => withdraw(context, input.id),
  }),
);

async function withdraw({ db, viewer }: ApiContext, given: string): Promise<RecapturePayloadShape> {
  const id = uuidOf('RecaptureRequest', given);
  if (id === null) return { request: null, userErrors: [problems.RECAPTURE_REQUEST_UNKNOWN] };
  const withdrawn = await withdrawRecapture(db, actorOf(viewer), id);
  return {
    request: await readRecaptureRequest(db, id),
    userErrors: 'problem' in withdrawn ? [problems[withdrawn.problem]] : [],
  };
}

const problems: Record<'RECAPTURE_REQUEST_UNKNOWN' | 'RECAPTURE_REQUEST_CLOSED', UserErrorShape> = {
  RECAPTURE_REQUEST_UNKNOWN: {
    code: 'RECAPTURE_REQUEST_UNKNOWN',
    message: 'There is no request of this id.',
    field: ['id'],
  },
  RECAPTURE_REQUEST_CLOSED: {
    code: 'RECAPTURE_REQUEST_CLOSED',
    message: 'The request is closed already.',
    field: ['id'],
  },
};
