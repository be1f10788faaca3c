import { type RecordedPatch, recordPayloadPatch } from '@gondola/pipeline/dead-letters';
import { actorOf } from '../auth/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { PayloadPatchNode } from '../graphql/nodes/nodes.ts';
import { DeadLetterReasonEnum } from '../graphql/vocabulary.ts';
import { toUserErrors } from './payload-patch.ts';

/** Maximum length: a sentence or two. */
const maxNoteLength = 2000;

type Payload = Omit<RecordedPatch, 'patchId'> & { patchId: string | null; userErrors: UserErrorShape[] };

const CreatePayload = builder.objectRef<Payload>('PayloadPatchCreatePayload').implement({
  fields: (t) => ({
    payloadPatch: t.field({
      type: PayloadPatchNode,
      nullable: true,
      resolve: ({ patchId }) => patchId,
    }),
    matched: t.exposeInt('matched'),
    mended: t.exposeInt('mended'),
    stillRefused: t.exposeInt('stillRefused'),
    notApplied: t.exposeInt('notApplied'),
    marked: t.exposeInt('marked', {
      description:
        'The number of dead letters that have the patch now: fewer than `matched` when some were resolved meanwhile.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const CreateInput = builder.inputType('PayloadPatchCreateInput', {
  fields: (t) => ({
    reason: t.field({ type: DeadLetterReasonEnum, required: true }),
    storeCode: t.string({ description: 'Only dead letters of this store; left out for every store.' }),
    operations: t.field({ type: ['JSON'], required: true }),
    note: t.string({ required: true, description: 'Why the patch is made, at most 2000 characters.' }),
    alsoPassing: t.boolean(),
  }),
});

builder.mutationField('payloadPatchCreate', (t) =>
  t.field({
    type: CreatePayload,
    description:
      'Records a patch and applies it to the open dead letters of a reason. Raw payloads are not changed.',
    authScopes: { may: 'payloadPatchCreate' },
    args: { input: t.arg({ type: CreateInput, required: true }) },
    resolve: async (_root, { input }, { db, viewer }): Promise<Payload> => {
      const { reason, storeCode, operations } = input;
      const note = input.note.trim();
      const noteError = findNoteError(note);
      if (noteError) return refused([noteError]);
      const recorded = await recordPayloadPatch(db, actorOf(viewer), {
        reason,
        storeCode,
        operations,
        note,
        alsoPassing: input.alsoPassing ?? false,
      });
      return 'patchId' in recorded ? { ...recorded, userErrors: [] } : refused(toUserErrors(recorded));
    },
  }),
);

const refused = (userErrors: UserErrorShape[]): Payload => ({
  patchId: null,
  matched: 0,
  mended: 0,
  stillRefused: 0,
  notApplied: 0,
  marked: 0,
  userErrors,
});

function findNoteError(note: string): UserErrorShape | null {
  if (note === '') return { code: 'FIELD_BLANK', message: 'note is blank.', field: ['note'] };
  if (note.length <= maxNoteLength) return null;
  return {
    code: 'FIELD_TOO_LONG',
    message: `note has more than ${maxNoteLength} characters.`,
    field: ['note'],
  };
}
