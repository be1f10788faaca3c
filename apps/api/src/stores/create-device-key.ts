import { createDeviceKey } from '@gondola/pipeline/stores';
import { hashOfDeviceKey, newDeviceKey } from '../auth/device-key.ts';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';
import { globalIdOf, uuidOf } from '../ids/node-id.ts';

interface Payload {
  deviceKeyId?: string;
  secret?: string;
  userErrors?: UserErrorShape[];
}

const DeviceKeyCreatePayload = builder.objectRef<Payload>('DeviceKeyCreatePayload').implement({
  description: 'The new key. The API shows `secret` only this once.',
  fields: (t) => ({
    deviceKeyId: t.id({
      nullable: true,
      description: 'The global id of the key.',
      resolve: ({ deviceKeyId: id }) => (id === undefined ? null : globalIdOf('DeviceKey', id)),
    }),
    secret: t.string({ nullable: true, resolve: ({ secret }) => secret ?? null }),
    userErrors: t.field({ type: [UserError], resolve: ({ userErrors }) => userErrors ?? [] }),
  }),
});

const DeviceKeyCreateInput = builder.inputType('DeviceKeyCreateInput', {
  fields: (t) => ({
    storeCode: t.string({ required: true }),
    name: t.string({ required: true }),
    model: t.string({ description: 'Maker and model of the device, which quality rules refer to.' }),
    replaces: t.id({
      description:
        'The id of the key that the new one replaces, so that both are of one device. The replaced key stays valid until it is revoked.',
    }),
    capturesPerMinute: t.int({
      description:
        'How many new captures a minute the device may send, at least 1; without a number the default applies.',
    }),
  }),
});
type Input = typeof DeviceKeyCreateInput.$inferInput;

builder.mutationField('deviceKeyCreate', (t) =>
  t.field({
    type: DeviceKeyCreatePayload,
    description:
      'Creates a device key. A store may have several keys: create the new one before the old one is revoked.',
    authScopes: { may: 'deviceKeyCreate' },
    args: { input: t.arg({ type: DeviceKeyCreateInput, required: true }) },
    resolve: (_root, { input }, context) => create(context, input),
  }),
);

async function create({ db, viewer }: ApiContext, input: Input): Promise<Payload> {
  const { storeCode, name } = input;
  const model = input.model?.trim() ?? null;
  const capturesPerMinute = input.capturesPerMinute ?? null;
  const userErrors = findTextErrors({
    name: { value: name, limit: 'name' },
    model: { value: model, limit: 'name' },
  });
  if (capturesPerMinute !== null && capturesPerMinute < 1)
    userErrors.push({
      code: 'OUT_OF_RANGE',
      message: 'capturesPerMinute must be at least 1.',
      field: ['capturesPerMinute'],
    });
  if (userErrors.length > 0) return { userErrors };
  const replacesId = input.replaces == null ? null : uuidOf('DeviceKey', input.replaces);
  if (input.replaces != null && replacesId === null) return { userErrors: [replacedUnknown] };
  const secret = newDeviceKey();
  const sha256 = hashOfDeviceKey(secret);
  const created = await createDeviceKey(db, actorOf(viewer), {
    storeCode,
    name,
    model,
    capturesPerMinute,
    replacesId,
    sha256,
  });
  if ('id' in created) return { deviceKeyId: created.id, secret };
  if (created.problem === 'DEVICE_KEY_UNKNOWN') return { userErrors: [replacedUnknown] };
  const message = `There is no store "${storeCode}".`;
  return { userErrors: [{ code: created.problem, message, field: ['storeCode'] }] };
}

const replacedUnknown: UserErrorShape = {
  code: 'DEVICE_KEY_UNKNOWN',
  message: 'This store has no device key of this id to replace.',
  field: ['replaces'],
};
