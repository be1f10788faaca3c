import { type RecordedPatch, recordPayloadPatch } from '@gondola/pipeline/dead-letters';
import { personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { PayloadPatchObject, toUserErrors } from './payload-patch.ts';
import { UserError, type UserErrorShape } from './problem.ts';

/** A sentence or two. */
const longestNote = 2000;

type Payload = Omit<RecordedPatch, 'patchId'> & { patchId: string | null; userErrors: UserErrorShape[] };

const CreatePayload = builder.objectRef<Payload>('PayloadPatchCreatePayload').implement({
  fields: (t) => ({
    payloadPatch: t.field({
      type: PayloadPatchObject,
      nullable: true,
      resolve: ({ patchId }) => patchId,
    }),
    matched: t.exposeInt('matched'),
    mended: t.exposeInt('mended'),
    stillRefused: t.exposeInt('stillRefused'),
    notApplied: t.exposeInt('notApplied'),
    marked: t.exposeInt('marked', {
      description: 'Letters that carry it now; fewer than matched when some were resolved meanwhile.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const CreateInput = builder.inputType('PayloadPatchCreateInput', {
  fields: (t) => ({
    reason: t.string({ required: true }),
    storeCode: t.string({ description: 'Left out: the letters of every store.' }),
    operations: t.field({ type: ['JSON'], required: true }),
    note: t.string({ required: true, description: 'Why, for whoever reads it later.' }),
    alsoPassing: t.boolean(),
  }),
});

builder.mutationField('payloadPatchCreate', (t) =>
  t.field({
    type: CreatePayload,
    description:
      'Records a patch and lays it over the open dead letters of a reason; raw payloads stay as they came.',
    authScopes: { may: 'payloadPatchCreate' },
    args: { input: t.arg({ type: CreateInput, required: true }) },
    resolve: async (_root, { input }, context): Promise<Payload> => {
      const person = personOf(context.viewer);
      const { reason, storeCode, operations } = input;
      const note = input.note.trim();
      const noteError = findNoteError(note);
      if (noteError) return refused([noteError]);
      const recorded = await recordPayloadPatch(
        context.db,
        { reason, storeCode, operations, alsoPassing: input.alsoPassing ?? false },
        {
          note,
          createdBy: person.email,
          alsoWrite: (tx, patchId) =>
            writeAudit(tx, person, 'payloadPatchCreate', `payload-patch:${patchId}`, {
              reason,
              storeCode: storeCode ?? null,
              operations,
              note,
            }),
        },
      );
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
  if (note.length <= longestNote) return null;
  return {
    code: 'FIELD_TOO_LONG',
    message: `note has more than ${longestNote} characters.`,
    field: ['note'],
  };
}
