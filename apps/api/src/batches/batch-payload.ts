import { builder } from '../builder.ts';
import { ReprocessBatchNode } from './nodes.ts';
import { UserError, type UserErrorShape } from './problem.ts';

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
