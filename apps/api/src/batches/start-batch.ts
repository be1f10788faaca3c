import { type NewBatch, startBatchWithin } from '@gondola/pipeline/reprocess';
import { personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { ReprocessScopeInput, readPlan } from './reprocess-input.ts';
import { BatchPayload, type BatchPayloadShape } from './reprocess-payload.ts';
import { findTextErrors } from './text-limits.ts';
import { ReprocessModeEnum, VersionChoiceEnum } from './vocabulary.ts';

const ReprocessStartInput = builder.inputType('ReprocessStartInput', {
  fields: (t) => ({
    scope: t.field({ type: ReprocessScopeInput, required: true }),
    mode: t.field({ type: ReprocessModeEnum, required: true }),
    versionChoice: t.field({ type: VersionChoiceEnum, required: true }),
    version: t.string({ description: 'Label of the version, for GIVEN.' }),
    publishAtOnce: t.boolean({
      description:
        'Results become current as they come, instead of when they are published. A release always does.',
    }),
    reason: t.string({ required: true }),
  }),
});
type Input = typeof ReprocessStartInput.$inferInput;

builder.mutationField('reprocessStart', (t) =>
  t.field({
    type: BatchPayload,
    description: 'Starts a batch behind all live captures. It goes on whoever is signed in.',
    authScopes: { may: 'reprocessStart' },
    args: { input: t.arg({ type: ReprocessStartInput, required: true }) },
    resolve: (_root, { input }, context) => start(context, input),
  }),
);

async function start({ db, batches, viewer }: ApiContext, input: Input): Promise<BatchPayloadShape> {
  const person = personOf(viewer);
  const userErrors = findTextErrors({ reason: { value: input.reason, limit: 'note' } });
  if (userErrors.length > 0) return { batchId: null, userErrors };
  const read = await readPlan(db, input);
  if ('error' in read) return { batchId: null, userErrors: [read.error] };
  const batch: NewBatch = {
    ...read.plan,
    publishesAtOnce: input.publishAtOnce ?? false,
    reason: input.reason,
    createdBy: person.email,
  };
  return db.transaction(async (tx): Promise<BatchPayloadShape> => {
    const { id } = await startBatchWithin(tx, batches, batch);
    const { scope: _, createdBy: __, ...facts } = batch;
    await writeAudit(tx, person, 'reprocessStart', `batch:${id}`, { ...facts, scope: batch.scope.kind });
    return { batchId: id, userErrors: [] };
  });
}
