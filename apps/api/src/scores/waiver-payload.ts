import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { WaiverNode } from '../graphql/nodes/nodes.ts';
import type { WaiverRow } from './overrule-rows.ts';

/** The payload of creating a waiver and of revoking one. */

export interface WaiverPayloadShape {
  waiver: WaiverRow | null;
  capturesAffected: number;
  userErrors: UserErrorShape[];
}

export const WaiverPayload = builder.objectRef<WaiverPayloadShape>('WaiverPayload').implement({
  fields: (t) => ({
    waiver: t.expose('waiver', { type: WaiverNode, nullable: true }),
    capturesAffected: t.exposeInt('capturesAffected', {
      description:
        'The number of captures under review whose score would change. Their scores stay until a batch scores them again.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

export const refusedWaiver = (...userErrors: UserErrorShape[]): WaiverPayloadShape => ({
  waiver: null,
  capturesAffected: 0,
  userErrors,
});
