import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { ReprocessBatchNode } from '../graphql/nodes/nodes.ts';

export interface BatchPayloadShape {
  batchId: string | null;
  userErrors: UserErrorShape[];
}

export const BatchPayload = builder.objectRef<BatchPayloadShape>('ReprocessPayload').implement({
  fields: (t) => ({
    batch: t.field({ type: ReprocessBatchNode, nullable: true, resolve: ({ batchId }) => batchId }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});
