import { actOnBatch, type BatchAct, batchActs } from '@gondola/pipeline/reprocess';
import { personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { uuidOf } from './node-id.ts';
import { BatchPayload, type BatchPayloadShape } from './reprocess-payload.ts';

export const BatchActEnum = builder.enumType('ReprocessAct', {
  description:
    'PUBLISH makes the results the current scores, ROLL_BACK the earlier ones again where nobody changed them since.',
  values: batchActs,
});

const ReprocessActInput = builder.inputType('ReprocessActInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    act: t.field({ type: BatchActEnum, required: true }),
  }),
});

builder.mutationField('reprocessAct', (t) =>
  t.field({
    type: BatchPayload,
    authScopes: { may: 'reprocessAct' },
    args: { input: t.arg({ type: ReprocessActInput, required: true }) },
    resolve: (_root, { input }, context) => actOn(context, input.id, input.act),
  }),
);

async function actOn(
  { db, batches, viewer }: ApiContext,
  given: string,
  act: BatchAct,
): Promise<BatchPayloadShape> {
  const person = personOf(viewer);
  const id = uuidOf('ReprocessBatch', given);
  if (id === null)
    return {
      batchId: null,
      userErrors: [{ code: 'BATCH_UNKNOWN', message: 'There is no batch of this id.', field: ['id'] }],
    };
  return db.transaction(async (tx): Promise<BatchPayloadShape> => {
    const acted = await actOnBatch(tx, batches, id, act);
    if ('problem' in acted) {
      const { problem: code, message } = acted;
      return { batchId: code === 'BATCH_UNKNOWN' ? null : id, userErrors: [{ code, message }] };
    }
    await writeAudit(tx, person, 'reprocessAct', `batch:${id}`, { act, state: acted.batch.state });
    return { batchId: id, userErrors: [] };
  });
}
