import { revokeDeviceKey } from '@gondola/pipeline/stores';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { globalIdOf, uuidOf } from '../ids/node-id.ts';

interface Payload {
  deviceKeyId?: string;
  userErrors?: UserErrorShape[];
}

const DeviceKeyRevokePayload = builder.objectRef<Payload>('DeviceKeyRevokePayload').implement({
  fields: (t) => ({
    deviceKeyId: t.id({
      nullable: true,
      description: 'The global id of the key.',
      resolve: ({ deviceKeyId: id }) => (id === undefined ? null : globalIdOf('DeviceKey', id)),
    }),
    userErrors: t.field({ type: [UserError], resolve: ({ userErrors }) => userErrors ?? [] }),
  }),
});

const DeviceKeyRevokeInput = builder.inputType('DeviceKeyRevokeInput', {
  fields: (t) => ({ id: t.id({ required: true }) }),
});

builder.mutationField('deviceKeyRevoke', (t) =>
  t.field({
    type: DeviceKeyRevokePayload,
    description: 'Revokes a device key, from the next request on. Revoking a key again changes nothing.',
    authScopes: { may: 'deviceKeyRevoke' },
    args: { input: t.arg({ type: DeviceKeyRevokeInput, required: true }) },
    resolve: (_root, { input }, context) => revoke(context, uuidOf('DeviceKey', input.id)),
  }),
);

async function revoke({ db, viewer }: ApiContext, id: string | null): Promise<Payload> {
  if (id === null) return unknown;
  const result = await revokeDeviceKey(db, actorOf(viewer), id);
  return 'id' in result ? { deviceKeyId: result.id } : unknown;
}

const unknown: Payload = {
  userErrors: [{ code: 'DEVICE_KEY_UNKNOWN', message: 'There is no device key of this id.', field: ['id'] }],
};
