import {
  type PatchPreview,
  type PreviewedDeadLetter,
  previewPayloadPatch,
} from '@gondola/pipeline/dead-letters';
import { builder } from '../graphql/builder.ts';
import { ProblemObject, UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { DeadLetterNode } from '../graphql/nodes/nodes.ts';
import { DeadLetterReasonEnum } from '../graphql/vocabulary.ts';
import { toUserErrors } from './payload-patch.ts';

/** Each dead letter has up to 64 KiB, twice. */
const maxDeadLetters = 50;

const outcomes = ['PASSES', 'STILL_REFUSED', 'NOT_APPLIED'] as const;
const PatchOutcome = builder.enumType('PayloadPatchOutcome', { values: outcomes });

const PatchedLetter = builder.objectRef<PreviewedDeadLetter>('PayloadPatchPreviewLetter').implement({
  fields: (t) => ({
    deadLetter: t.field({ type: DeadLetterNode, resolve: (previewed) => previewed.deadLetterId }),
    outcome: t.expose('outcome', { type: PatchOutcome }),
    before: t.exposeString('before', { description: 'The payload as JSON text, exactly as it came.' }),
    after: t.exposeString('after', {
      nullable: true,
      description: 'The payload with the patch as JSON text; null when the patch does not apply.',
    }),
    remaining: t.expose('remaining', {
      type: [ProblemObject],
      description: 'The remaining problems, or why the patch does not apply; empty for PASSES.',
    }),
  }),
});

interface Payload extends PatchPreview {
  userErrors: UserErrorShape[];
}

const PreviewPayload = builder.objectRef<Payload>('PayloadPatchPreviewPayload').implement({
  description: 'What a patch would do. The counts are of all dead letters of the reason.',
  fields: (t) => ({
    matched: t.exposeInt('matched'),
    mended: t.exposeInt('mended'),
    stillRefused: t.exposeInt('stillRefused'),
    notApplied: t.exposeInt('notApplied'),
    letters: t.expose('letters', {
      type: [PatchedLetter],
      description: 'The first dead letters with their patched payloads, oldest first.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const PreviewInput = builder.inputType('PayloadPatchPreviewInput', {
  fields: (t) => ({
    reason: t.field({ type: DeadLetterReasonEnum, required: true }),
    storeCode: t.string({ description: 'Only dead letters of this store; left out for every store.' }),
    operations: t.field({
      type: ['JSON'],
      required: true,
      description: 'The steps of a JSON Patch (RFC 6902), at most 50.',
    }),
    alsoPassing: t.boolean({
      description:
        'True includes dead letters that would pass already; the patch would replace their earlier one.',
    }),
    first: t.int({ defaultValue: 10, description: 'How many dead letters to show, 50 at most.' }),
  }),
});

const noTotals = { matched: 0, mended: 0, stillRefused: 0, notApplied: 0, letters: [] };

builder.queryField('payloadPatchPreview', (t) =>
  t.field({
    type: PreviewPayload,
    description: 'Tries a patch on the open dead letters of a reason. Changes nothing.',
    authScopes: { may: 'payloadPatchPreview' },
    args: { input: t.arg({ type: PreviewInput, required: true }) },
    resolve: async (_root, { input }, { db }): Promise<Payload> => {
      const limit = Math.min(Math.max(input.first ?? 10, 0), maxDeadLetters);
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
