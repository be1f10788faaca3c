import { startBatch } from '@gondola/pipeline/batches';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';
import { ReprocessModeEnum, VersionChoiceEnum } from '../graphql/vocabulary.ts';
import { ReprocessScopeInput, readPlan, versionUnknown } from './batch-input.ts';
import { BatchPayload, type BatchPayloadShape } from './batch-payload.ts';

const ReprocessStartInput = builder.inputType('ReprocessStartInput', {
  fields: (t) => ({
    scope: t.field({ type: ReprocessScopeInput, required: true }),
    mode: t.field({ type: ReprocessModeEnum, required: true }),
    versionChoice: t.field({ type: VersionChoiceEnum, required: true }),
    version: t.string({ description: 'The label of the version for GIVEN; left out for other choices.' }),
    publishAtOnce: t.boolean({
      description:
        'True makes each result the current score at once; false, the default, waits for PUBLISH. RELEASE implies true.',
    }),
    reason: t.string({ required: true }),
  }),
});
type Input = typeof ReprocessStartInput.$inferInput;

builder.mutationField('reprocessStart', (t) =>
  t.field({
    type: BatchPayload,
    description:
      'Starts a batch, with lower priority than live captures. Workers complete the batch in the background.',
    authScopes: { may: 'reprocessStart' },
    args: { input: t.arg({ type: ReprocessStartInput, required: true }) },
    resolve: (_root, { input }, context) => start(context, input),
  }),
);

async function start({ db, batches, viewer }: ApiContext, input: Input): Promise<BatchPayloadShape> {
  const userErrors = findTextErrors({ reason: { value: input.reason, limit: 'note' } });
  if (userErrors.length > 0) return { batchId: null, userErrors };
  const read = readPlan(input);
  if ('error' in read) return { batchId: null, userErrors: [read.error] };
  const started = await startBatch({ db, batches }, actorOf(viewer), {
    ...read.plan,
    publishesAtOnce: input.publishAtOnce ?? false,
    reason: input.reason,
  });
  return 'problem' in started
    ? { batchId: null, userErrors: [versionUnknown(started)] }
    : { batchId: started.batch.id, userErrors: [] };
}
