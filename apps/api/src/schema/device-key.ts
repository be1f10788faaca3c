import { deviceKey } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { hashOfDeviceKey, newDeviceKey } from '../auth/device-key.ts';
import { type Person, personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { findStore } from '../queries/find-store.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { uuidOf } from './node-id.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { findTextErrors } from './text-limits.ts';

interface CreatePayload {
  id?: string;
  secret?: string;
  userErrors?: UserErrorShape[];
}

const DeviceKeyCreatePayload = builder.objectRef<CreatePayload>('DeviceKeyCreatePayload').implement({
  description: '`secret` is shown once.',
  fields: (t) => ({
    id: t.id({ nullable: true, resolve: ({ id }) => id ?? null }),
    secret: t.string({ nullable: true, resolve: ({ secret }) => secret ?? null }),
    userErrors: t.field({ type: [UserError], resolve: ({ userErrors }) => userErrors ?? [] }),
  }),
});

const DeviceKeyCreateInput = builder.inputType('DeviceKeyCreateInput', {
  fields: (t) => ({
    storeCode: t.string({ required: true }),
    name: t.string({ required: true }),
    model: t.string({ description: 'Maker and model, for quality rules.' }),
    capturesPerMinute: t.int({
      description: 'New captures a minute before the device is asked to wait; left out: the default.',
    }),
  }),
});

builder.mutationField('deviceKeyCreate', (t) =>
  t.field({
    type: DeviceKeyCreatePayload,
    description: 'A store may have several keys: make the new one before the old one is revoked.',
    authScopes: { may: 'deviceKeyCreate' },
    args: { input: t.arg({ type: DeviceKeyCreateInput, required: true }) },
    resolve: (_root, { input }, context) => createKey(context, personOf(context.viewer), input),
  }),
);

async function createKey(
  { db }: ApiContext,
  person: Person,
  { storeCode, name, ...given }: typeof DeviceKeyCreateInput.$inferInput,
): Promise<CreatePayload> {
  const model = given.model?.trim() ?? null;
  const capturesPerMinute = given.capturesPerMinute ?? null;
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
  const store = await findStore(db, storeCode);
  if (!store)
    return {
      userErrors: [
        { code: 'STORE_UNKNOWN', message: `There is no store "${storeCode}".`, field: ['storeCode'] },
      ],
    };
  const secret = newDeviceKey();
  return db.transaction(async (tx): Promise<CreatePayload> => {
    const [created] = await tx
      .insert(deviceKey)
      .values({
        storeId: store.id,
        name,
        model,
        capturesPerMinute,
        sha256: hashOfDeviceKey(secret),
        createdBy: person.email,
      })
      .returning({ id: deviceKey.id });
    if (!created) throw new Error('the device key was not written');
    await writeAudit(tx, person, 'deviceKeyCreate', `device-key:${created.id}`, {
      storeCode,
      name,
      model,
      capturesPerMinute,
    });
    return { id: created.id, secret };
  });
}

interface RevokePayload {
  id?: string;
  userErrors?: UserErrorShape[];
}

const DeviceKeyRevokePayload = builder.objectRef<RevokePayload>('DeviceKeyRevokePayload').implement({
  fields: (t) => ({
    id: t.id({ nullable: true, resolve: ({ id }) => id ?? null }),
    userErrors: t.field({ type: [UserError], resolve: ({ userErrors }) => userErrors ?? [] }),
  }),
});

const DeviceKeyRevokeInput = builder.inputType('DeviceKeyRevokeInput', {
  fields: (t) => ({ id: t.id({ required: true }) }),
});

builder.mutationField('deviceKeyRevoke', (t) =>
  t.field({
    type: DeviceKeyRevokePayload,
    description: 'The key is refused from the next request on. Revoking it again changes nothing.',
    authScopes: { may: 'deviceKeyRevoke' },
    args: { input: t.arg({ type: DeviceKeyRevokeInput, required: true }) },
    resolve: (_root, { input }, context) =>
      revokeKey(context, personOf(context.viewer), uuidOf('DeviceKey', input.id)),
  }),
);

const unknownKey: RevokePayload = {
  userErrors: [{ code: 'DEVICE_KEY_UNKNOWN', message: 'There is no device key of this id.', field: ['id'] }],
};

async function revokeKey({ db }: ApiContext, person: Person, id: string | null): Promise<RevokePayload> {
  if (id === null) return unknownKey;
  return db.transaction(async (tx): Promise<RevokePayload> => {
    const [revoked] = await tx
      .update(deviceKey)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(deviceKey.id, id), isNull(deviceKey.revokedAt)))
      .returning({ name: deviceKey.name });
    if (revoked) await writeAudit(tx, person, 'deviceKeyRevoke', `device-key:${id}`, { name: revoked.name });
    const known = revoked ? 1 : await tx.$count(deviceKey, eq(deviceKey.id, id));
    return known > 0 ? { id } : unknownKey;
  });
}
