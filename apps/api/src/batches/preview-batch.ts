import { type BatchPreview, previewBatch } from '@gondola/pipeline/reprocess';
import { builder } from '../builder.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { Impact } from './reprocess-batch.ts';
import { ReprocessScopeInput, readPlan } from './reprocess-input.ts';
import { ReprocessModeEnum, VersionChoiceEnum } from './vocabulary.ts';

type Sample = NonNullable<BatchPreview['sample']>;

const SkippedInSample = builder
  .objectRef<Sample['skipped'][number]>('ReprocessSampleSkip')
  .implement({ fields: (t) => ({ reason: t.exposeString('reason'), count: t.exposeInt('count') }) });

const PreviewSample = builder.objectRef<Sample>('ReprocessSample').implement({
  description: 'Some captures of the scope, scored again on trial.',
  fields: (t) => ({
    captures: t.exposeInt('captures'),
    skipped: t.field({ type: [SkippedInSample], resolve: ({ skipped }) => skipped }),
    impact: t.field({ type: Impact, resolve: ({ impact }) => impact }),
  }),
});

const ReprocessPreview = builder
  .objectRef<{ preview: BatchPreview | null; userErrors: UserErrorShape[] }>('ReprocessPreview')
  .implement({
    description: 'What a batch would do, without doing it.',
    fields: (t) => ({
      captures: t.int({ description: 'In the scope now.', resolve: ({ preview }) => preview?.captures ?? 0 }),
      eligible: t.int({
        description: 'Of them, those in the right state and with a planogram version by the choice.',
        resolve: ({ preview }) => preview?.eligible ?? 0,
      }),
      estimatedMinutes: t.float({
        nullable: true,
        resolve: ({ preview }) => preview?.estimatedMinutes ?? null,
      }),
      estimateBasis: t.string({
        nullable: true,
        description: 'What the estimate rests on, in words.',
        resolve: ({ preview }) => preview?.estimateBasis ?? null,
      }),
      sample: t.field({
        type: PreviewSample,
        nullable: true,
        description: 'Null where only a tier could tell.',
        resolve: ({ preview }) => preview?.sample ?? null,
      }),
      userErrors: t.expose('userErrors', { type: [UserError] }),
    }),
  });

const ReprocessPreviewInput = builder.inputType('ReprocessPreviewInput', {
  fields: (t) => ({
    scope: t.field({ type: ReprocessScopeInput, required: true }),
    mode: t.field({ type: ReprocessModeEnum, required: true }),
    versionChoice: t.field({ type: VersionChoiceEnum, required: true }),
    version: t.string({ description: 'Label of the version, for GIVEN.' }),
  }),
});

builder.queryField('reprocessPreview', (t) =>
  t.field({
    type: ReprocessPreview,
    description: 'A dry run.',
    authScopes: { may: 'reprocessPreview' },
    args: { input: t.arg({ type: ReprocessPreviewInput, required: true }) },
    resolve: async (_root, { input }, { db }) => {
      const read = await readPlan(db, input);
      if ('error' in read) return { preview: null, userErrors: [read.error] };
      return { preview: await previewBatch(db, read.plan), userErrors: [] };
    },
  }),
);
