import { type RecheckCounts, type RecheckRequest, recheckForPerson } from '@gondola/pipeline/dead-letters';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { DeadLetterReasonEnum } from '../graphql/vocabulary.ts';
import { uuidOf } from '../ids/node-id.ts';
import { toUserErrors } from './payload-patch.ts';

interface Payload extends RecheckCounts {
  userErrors: UserErrorShape[];
}

const RecheckPayload = builder.objectRef<Payload>('DeadLetterRecheckPayload').implement({
  fields: (t) => ({
    rechecked: t.exposeInt('rechecked'),
    passing: t.exposeInt('passing', { description: 'How many of them the schema gate would accept now.' }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const RecheckInput = builder.inputType('DeadLetterRecheckInput', {
  description: 'The dead letters to check again: give either `reason` or `payloadPatchId`.',
  fields: (t) => ({
    reason: t.field({
      type: DeadLetterReasonEnum,
      description: 'The reason of the dead letters. Each one is checked with its own patch.',
    }),
    storeCode: t.string(),
    payloadPatchId: t.id({
      description:
        'A recorded patch. The patch is applied to the open dead letters of its reason that do not pass yet, including new ones.',
    }),
  }),
});
type Input = typeof RecheckInput.$inferInput;

builder.mutationField('deadLetterRecheck', (t) =>
  t.field({
    type: RecheckPayload,
    description: 'Checks open dead letters with the present schema gate. Dead letters that pass stay open.',
    authScopes: { may: 'deadLetterRecheck' },
    args: { input: t.arg({ type: RecheckInput, required: true }) },
    resolve: (_root, { input }, context) => recheck(context, input),
  }),
);

async function recheck({ db, viewer }: ApiContext, input: Input): Promise<Payload> {
  const request = readRequest(input);
  if ('userErrors' in request) return request;
  const counts = await recheckForPerson(db, actorOf(viewer), request);
  if (!('problem' in counts)) return { ...counts, userErrors: [] };
  return counts.problem === 'PAYLOAD_PATCH_UNKNOWN'
    ? patchUnknown
    : { ...none, userErrors: toUserErrors(counts) };
}

function readRequest({ reason, storeCode, payloadPatchId }: Input): RecheckRequest | Payload {
  if (payloadPatchId && !reason) {
    const id = uuidOf('PayloadPatch', payloadPatchId);
    return id === null ? patchUnknown : { payloadPatchId: id, storeCode };
  }
  if (!reason || payloadPatchId)
    return refused('FIELD_MISSING', 'Give either a reason or a payloadPatchId.', 'reason');
  return { reason, storeCode };
}

const none: RecheckCounts = { rechecked: 0, passing: 0 };
const refused = (code: string, message: string, field: string): Payload => ({
  ...none,
  userErrors: [{ code, message, field: [field] }],
});
const patchUnknown = refused('PAYLOAD_PATCH_UNKNOWN', 'There is no patch of this id.', 'payloadPatchId');
