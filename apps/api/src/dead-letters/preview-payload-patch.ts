import { type PatchPreview, type PreviewedLetter, previewPayloadPatch } from '@gondola/pipeline/dead-letters';
import { builder } from '../builder.ts';
import { DeadLetterNode } from './nodes.ts';
import { toUserErrors } from './payload-patch.ts';
import { ProblemObject, UserError, type UserErrorShape } from './problem.ts';

/** Each letter is up to 64 KiB, twice. */
const mostLetters = 50;

const outcomes = ['PASSES', 'STILL_REFUSED', 'NOT_APPLIED'] as const;
const PatchOutcome = builder.enumType('PayloadPatchOutcome', { values: outcomes });

const PatchedLetter = builder.objectRef<PreviewedLetter>('PayloadPatchPreviewLetter').implement({
  fields: (t) => ({
    deadLetter: t.field({ type: DeadLetterNode, resolve: (letter) => letter.deadLetterId }),
    outcome: t.expose('outcome', { type: PatchOutcome }),
    before: t.exposeString('before', { description: 'JSON text, as it came.' }),
    after: t.exposeString('after', {
      nullable: true,
      description: 'JSON text with the patch; null when the patch does not apply.',
    }),
    remaining: t.expose('remaining', {
      type: [ProblemObject],
      description: 'What the gate still has against it, or why the patch does not apply.',
    }),
  }),
});

interface Payload extends PatchPreview {
  userErrors: UserErrorShape[];
}

const PreviewPayload = builder.objectRef<Payload>('PayloadPatchPreviewPayload').implement({
  description: 'The counts are of the whole group.',
  fields: (t) => ({
    matched: t.exposeInt('matched'),
    mended: t.exposeInt('mended'),
    stillRefused: t.exposeInt('stillRefused'),
    notApplied: t.exposeInt('notApplied'),
    letters: t.expose('letters', { type: [PatchedLetter], description: 'The oldest of the group.' }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const PreviewInput = builder.inputType('PayloadPatchPreviewInput', {
  fields: (t) => ({
    reason: t.string({ required: true }),
    storeCode: t.string({ description: 'Left out: the letters of every store.' }),
    operations: t.field({
      type: ['JSON'],
      required: true,
      description: 'JSON Patch (RFC 6902), at most 50 operations.',
    }),
    alsoPassing: t.boolean({
      description: 'Also over letters that pass already, to replace the patch that made them.',
    }),
    first: t.int({ defaultValue: 10, description: 'Letters to show; 50 at most.' }),
  }),
});

const noTotals = { matched: 0, mended: 0, stillRefused: 0, notApplied: 0, letters: [] };

builder.queryField('payloadPatchPreview', (t) =>
  t.field({
    type: PreviewPayload,
    description: 'What a patch would make of the open dead letters of a reason. Changes nothing.',
    authScopes: { may: 'payloadPatchPreview' },
    args: { input: t.arg({ type: PreviewInput, required: true }) },
    resolve: async (_root, { input }, { db }): Promise<Payload> => {
      const limit = Math.min(Math.max(input.first ?? 10, 0), mostLetters);
      const preview = await previewPayloadPatch(
        db,
        { ...input, alsoPassing: input.alsoPassing ?? false },
        limit,
      );
      return 'letters' in preview
        ? { ...preview, userErrors: [] }
        : { ...noTotals, userErrors: toUserErrors(preview) };
    },
  }),
);
