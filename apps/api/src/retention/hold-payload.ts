import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { CaptureNode } from '../graphql/nodes/nodes.ts';

/** The payload of holding a photo and of releasing it. */

export interface HoldPayload {
  captureId: string | null;
  userErrors: UserErrorShape[];
}

export const CaptureKeepPayload = builder.objectRef<HoldPayload>('CaptureKeepPayload').implement({
  fields: (t) => ({
    capture: t.field({ type: CaptureNode, nullable: true, resolve: ({ captureId }) => captureId }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

export const captureUnknown: HoldPayload = {
  captureId: null,
  userErrors: [{ code: 'CAPTURE_UNKNOWN', message: 'There is no capture of this id.', field: ['id'] }],
};
