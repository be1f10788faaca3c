import { revokeWaiver } from '@gondola/pipeline/waivers';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { uuidOf } from '../ids/node-id.ts';
import { refusedWaiver, WaiverPayload, type WaiverPayloadShape } from './waiver-payload.ts';

const WaiverRevokeInput = builder.inputType('WaiverRevokeInput', {
  fields: (t) => ({ id: t.id({ required: true }) }),
});

builder.mutationField('waiverRevoke', (t) =>
  t.field({
    type: WaiverPayload,
    description:
      'Revokes a waiver: the position counts again in later scores. Revoking it again changes nothing.',
    authScopes: { may: 'waiverRevoke' },
    args: { input: t.arg({ type: WaiverRevokeInput, required: true }) },
    resolve: (_root, { input }, context) => revoke(context, input.id),
  }),
);

async function revoke({ db, viewer }: ApiContext, given: string): Promise<WaiverPayloadShape> {
  const id = uuidOf('Waiver', given);
  if (id === null) return unknown;
  const result = await revokeWaiver(db, actorOf(viewer), id);
  return 'problem' in result ? unknown : { ...result, userErrors: [] };
}

const unknown = refusedWaiver({
  code: 'WAIVER_UNKNOWN',
  message: 'There is no waiver of this id.',
  field: ['id'],
});
