import { type ActedOn, actOnBatch, type BatchAct, batchActs } from '@gondola/pipeline/batches';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import type { UserErrorShape } from '../graphql/errors/problem.ts';
import { uuidOf } from '../ids/node-id.ts';
import { BatchPayload, type BatchPayloadShape } from './batch-payload.ts';

export const BatchActEnum = builder.enumType('ReprocessAct', {
  description:
    'What a person can do to a batch. ROLL_BACK leaves captures alone whose current score changed since.',
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
  const id = uuidOf('ReprocessBatch', given);
  if (id === null) {
    const { code, message } = toUserError({ problem: 'BATCH_UNKNOWN' }, act);
    return { batchId: null, userErrors: [{ code, message, field: ['id'] }] };
  }
  const acted = await actOnBatch({ db, batches }, actorOf(viewer), { id, act });
  if ('batch' in acted) return { batchId: id, userErrors: [] };
  return { batchId: acted.problem === 'BATCH_UNKNOWN' ? null : id, userErrors: [toUserError(acted, act)] };
}

function toUserError(refusal: Exclude<ActedOn, { batch: unknown }>, act: BatchAct): UserErrorShape {
  const { problem: code } = refusal;
  switch (refusal.problem) {
    case 'BATCH_UNKNOWN':
      return { code, message: 'There is no batch of this id.' };
    case 'NOTHING_FAILED':
      return { code, message: 'No capture of this batch has failed.' };
    case 'NOT_POSSIBLE':
      return { code, message: `A batch that is ${refusal.state} cannot be asked to ${words[act]}.` };
  }
}

const words: Record<BatchAct, string> = {
  PAUSE: 'pause',
  RESUME: 'resume',
  CANCEL: 'stop',
  RETRY_FAILED: 'try its failures again',
  PUBLISH: 'publish its results',
  ROLL_BACK: 'go back to the earlier scores',
};
