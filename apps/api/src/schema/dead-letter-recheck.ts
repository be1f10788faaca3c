import { type LettersRechecked, layRecordedPatch, recheckDeadLetters } from '@gondola/pipeline/dead-letters';
import { personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { uuidOf } from './node-id.ts';
import { toUserErrors } from './payload-patch.ts';
import { UserError, type UserErrorShape } from './problem.ts';

interface Payload extends LettersRechecked {
  userErrors: UserErrorShape[];
}

const RecheckPayload = builder.objectRef<Payload>('DeadLetterRecheckPayload').implement({
  fields: (t) => ({
    rechecked: t.exposeInt('rechecked'),
    passing: t.exposeInt('passing', { description: 'Of those, the ones that would pass now.' }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const RecheckInput = builder.inputType('DeadLetterRecheckInput', {
  description: 'Either a group of letters, or a recorded patch.',
  fields: (t) => ({
    reason: t.string({ description: 'Each open letter of it is put through the gate with its own patch.' }),
    storeCode: t.string(),
    payloadPatchId: t.id({
      description:
        'This patch is laid over the open letters of its group that do not pass yet, also new ones.',
    }),
  }),
});
type Input = typeof RecheckInput.$inferInput;

builder.mutationField('deadLetterRecheck', (t) =>
  t.field({
    type: RecheckPayload,
    description:
      'Puts open dead letters through the schema gate as it is now. Takes none of them in: see deadLetterDrain.',
    authScopes: { may: 'deadLetterRecheck' },
    args: { input: t.arg({ type: RecheckInput, required: true }) },
    resolve: async (_root, { input }, context): Promise<Payload> => {
      const counts = await recheck(context, input);
      if ('userErrors' in counts) return counts;
      await writeAudit(
        context.db,
        personOf(context.viewer),
        'deadLetterRecheck',
        input.payloadPatchId ? `payload-patch:${input.payloadPatchId}` : `dead-letters:${input.reason}`,
        { storeCode: input.storeCode ?? null, ...counts },
      );
      return { ...counts, userErrors: [] };
    },
  }),
);

async function recheck({ db }: ApiContext, input: Input): Promise<LettersRechecked | Payload> {
  const { reason, storeCode, payloadPatchId } = input;
  if (payloadPatchId && !reason) {
    const id = uuidOf('PayloadPatch', payloadPatchId);
    const counts = id === null ? null : await layRecordedPatch(db, id);
    return counts ?? refused('PAYLOAD_PATCH_UNKNOWN', 'There is no patch of this id.', 'payloadPatchId');
  }
  if (!reason || payloadPatchId)
    return refused('FIELD_MISSING', 'Give either a reason or a payloadPatchId.', 'reason');
  const counts = await recheckDeadLetters(db, { reason, storeCode });
  return 'problem' in counts ? { ...none, userErrors: toUserErrors(counts) } : counts;
}

const none: LettersRechecked = { rechecked: 0, passing: 0 };
const refused = (code: string, message: string, field: string): Payload => ({
  ...none,
  userErrors: [{ code, message, field: [field] }],
});
