import type { ProblemRow } from '@gondola/db';
import type { DeadLetterFilterProblem, OperationProblem } from '@gondola/pipeline/dead-letters';
import { pointerOf } from '@gondola/pipeline/intake';
import { builder } from '../graphql/builder.ts';
import { ProblemObject, type UserErrorShape } from '../graphql/errors/problem.ts';
import { PayloadPatchNode, StoreNode } from '../graphql/nodes/nodes.ts';
import { DeadLetterReasonEnum } from '../graphql/vocabulary.ts';

PayloadPatchNode.implement({
  description: 'A correction of refused payloads, with its result when it was recorded.',
  fields: (t) => ({
    reason: t.expose('reason', { type: DeadLetterReasonEnum }),
    store: t.field({
      type: StoreNode,
      nullable: true,
      description: 'The store whose dead letters the patch is for; null for every store.',
      resolve: (patch) => patch.storeId,
    }),
    operations: t.field({
      type: ['JSON'],
      description:
        'The steps of the JSON Patch (RFC 6902). Analysts may not read them, since they contain values of payloads.',
      authScopes: { may: 'rawPayloadRead' },
      resolve: (patch): unknown[] => patch.operations,
    }),
    note: t.exposeString('note'),
    createdBy: t.exposeString('createdBy'),
    matched: t.exposeInt('matched', {
      description: 'The number of open dead letters that the patch was applied to when it was recorded.',
    }),
    mended: t.exposeInt('mended', {
      description: 'How many of them the schema gate accepted with the patch.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

builder.objectField(ProblemObject, 'pointer', (t) =>
  t.string({
    description: 'The same place as a JSON pointer (RFC 6901), as patches use it.',
    resolve: ({ path }: ProblemRow) => pointerOf(path),
  }),
);

type PatchRefusal =
  | DeadLetterFilterProblem
  | { problem: 'NOTHING_TO_PATCH' }
  | { operationProblems: OperationProblem[] };

/** Returns the errors for a refused patch request. */
export function toUserErrors(refusal: PatchRefusal): UserErrorShape[] {
  if ('operationProblems' in refusal)
    return refusal.operationProblems.map(({ operation, message }) => ({
      code: 'OPERATION_INVALID',
      message,
      field: operation === null ? ['operations'] : ['operations', String(operation)],
    }));
  const { problem: code } = refusal;
  switch (refusal.problem) {
    case 'STORE_UNKNOWN':
      return [{ code, message: `There is no store "${refusal.storeCode}".`, field: ['storeCode'] }];
    case 'NOTHING_TO_PATCH':
      return [{ code, message: 'No open dead letter of this group is left to patch.' }];
  }
}
