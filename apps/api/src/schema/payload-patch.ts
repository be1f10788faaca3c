import type { ProblemRow } from '@gondola/db';
import type { GroupProblem, OperationProblem } from '@gondola/pipeline/dead-letters';
import { pointerOf } from '@gondola/pipeline/intake';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { loadPayloadPatches, type PayloadPatchRow } from '../queries/find-dead-letters.ts';
import { StoreNode } from './nodes.ts';
import { ProblemObject, type UserErrorShape } from './problem.ts';

export const PayloadPatchObject = builder.loadableObjectRef<PayloadPatchRow, string>('PayloadPatch', {
  load: async (ids: string[], { db }: ApiContext) => {
    const rows = new Map((await loadPayloadPatches(db, ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? new Error('there is no such patch'));
  },
});

PayloadPatchObject.implement({
  description: 'A correction of payloads, recorded once with what it did when it was made.',
  fields: (t) => ({
    id: t.exposeID('id'),
    reason: t.exposeString('reason'),
    store: t.field({
      type: StoreNode,
      nullable: true,
      description: 'Null: of every store.',
      resolve: (patch) => patch.storeId,
    }),
    operations: t.field({
      type: ['JSON'],
      description: 'JSON Patch (RFC 6902). Not for analysts: it holds what payloads hold.',
      authScopes: { may: 'rawPayloadRead' },
      resolve: (patch): unknown[] => patch.operations,
    }),
    note: t.exposeString('note'),
    createdBy: t.exposeString('createdBy'),
    matched: t.exposeInt('matched', { description: 'Open letters that it was laid over then.' }),
    mended: t.exposeInt('mended', { description: 'Of those, the ones that passed the gate with it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.objectField(ProblemObject, 'pointer', (t) =>
  t.string({
    description: 'The same place as a JSON pointer (RFC 6901), as a patch names it.',
    resolve: ({ path }: ProblemRow) => pointerOf(path),
  }),
);

/** What a request for a patch has wrong, as userErrors. */
export function toUserErrors(
  answer: GroupProblem | { problem: string; message: string } | { operationProblems: OperationProblem[] },
): UserErrorShape[] {
  if ('operationProblems' in answer)
    return answer.operationProblems.map(({ operation, message }) => ({
      code: 'OPERATION_INVALID',
      message,
      field: operation === null ? ['operations'] : ['operations', String(operation)],
    }));
  const field = fields[answer.problem];
  return [{ code: answer.problem, message: answer.message, ...(field ? { field: [field] } : {}) }];
}

const fields: Record<string, string> = { REASON_UNKNOWN: 'reason', STORE_UNKNOWN: 'storeCode' };
