import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import type { RecaptureRow } from '../graphql/nodes/loaders/recapture-loaders.ts';
import { RecaptureRequestNode } from '../graphql/nodes/nodes.ts';

/** The payload of a request for a new photo and of its withdrawal. */

export interface RecapturePayloadShape {
  request: RecaptureRow | null;
  userErrors: UserErrorShape[];
}

export const RecapturePayload = builder.objectRef<RecapturePayloadShape>('RecapturePayload').implement({
  fields: (t) => ({
    recaptureRequest: t.field({
      type: RecaptureRequestNode,
      nullable: true,
      resolve: ({ request }) => request,
    }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});
