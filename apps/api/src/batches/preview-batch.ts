import { type BatchPreview, previewBatch, resolveVersion } from '@gondola/pipeline/batches';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { ReprocessModeEnum, VersionChoiceEnum } from '../graphql/vocabulary.ts';
import { Impact } from './batch.ts';
import { ReprocessScopeInput, readPlan, versionUnknown } from './batch-input.ts';

type Sample = NonNullable<BatchPreview['sample']>;

const SkippedInSample = builder
  .objectRef<Sample['skipped'][number]>('ReprocessSampleSkip')
  .implement({ fields: (t) => ({ reason: t.exposeString('reason'), count: t.exposeInt('count') }) });

const PreviewSample = builder.objectRef<Sample>('ReprocessSample').implement({
  description: 'Captures of the scope that were scored on trial. Nothing is stored.',
  fields: (t) => ({
    captures: t.exposeInt('captures'),
    skipped: t.field({ type: [SkippedInSample], resolve: ({ skipped }) => skipped }),
    impact: t.field({ type: Impact, resolve: ({ impact }) => impact }),
  }),
});

const ReprocessPreview = builder
  .objectRef<{ preview: BatchPreview | null; userErrors: UserErrorShape[] }>('ReprocessPreview')
  .implement({
    description: 'What a batch would do.',
    fields: (t) => ({
      captures: t.int({
        description: 'The number of captures in the scope now.',
        resolve: ({ preview }) => preview?.captures ?? 0,
      }),
      eligible: t.int({
        description: 'How many of them are in the right state and have a planogram version by the choice.',
        resolve: ({ preview }) => preview?.eligible ?? 0,
      }),
      estimatedMinutes: t.float({
        nullable: true,
        resolve: ({ preview }) => preview?.estimatedMinutes ?? null,
      }),
      estimateBasis: t.string({
        nullable: true,
        description: 'What the estimate is based on, as text for people; null without a valid input.',
        resolve: ({ preview }) => preview?.estimateBasis ?? null,
      }),
      sample: t.field({
        type: PreviewSample,
        nullable: true,
        description: 'The result of a trial with a sample; null unless RESCORE.',
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
    version: t.string({ description: 'The label of the version for GIVEN; left out for other choices.' }),
  }),
});

builder.queryField('reprocessPreview', (t) =>
  t.field({
    type: ReprocessPreview,
    description: 'Returns what a batch would do with the same input. Changes nothing.',
    authScopes: { may: 'reprocessPreview' },
    args: { input: t.arg({ type: ReprocessPreviewInput, required: true }) },
    resolve: async (_root, { input }, { db }) => {
      const read = readPlan(input);
      if ('error' in read) return { preview: null, userErrors: [read.error] };
      const { version, ...plan } = read.plan;
      const resolved = await resolveVersion(db, version);
      if ('problem' in resolved) return { preview: null, userErrors: [versionUnknown(resolved)] };
      return { preview: await previewBatch(db, { ...plan, ...resolved }), userErrors: [] };
    },
  }),
);
