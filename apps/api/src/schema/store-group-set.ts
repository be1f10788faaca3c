import { store } from '@gondola/db';
import { type Person, personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { findIds, unknownError } from '../queries/resolve-activation.ts';
import { type StoreGroupRow, setStoreGroup } from '../queries/store-groups.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { StoreGroup } from './store-group.ts';
import { findTextErrors } from './text-limits.ts';

interface Payload {
  group: StoreGroupRow | null;
  userErrors: UserErrorShape[];
}

const StoreGroupSetPayload = builder.objectRef<Payload>('StoreGroupSetPayload').implement({
  fields: (t) => ({
    group: t.expose('group', { type: StoreGroup, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const StoreGroupSetInput = builder.inputType('StoreGroupSetInput', {
  fields: (t) => ({
    code: t.string({ required: true }),
    name: t.string({ required: true }),
    storeCodes: t.stringList({ required: true, description: 'All its stores; those left out leave it.' }),
  }),
});
type Input = typeof StoreGroupSetInput.$inferInput;

builder.mutationField('storeGroupSet', (t) =>
  t.field({
    type: StoreGroupSetPayload,
    description: 'Makes the group of this code, or gives it this name and these stores.',
    authScopes: { may: 'storeGroupSet' },
    args: { input: t.arg({ type: StoreGroupSetInput, required: true }) },
    resolve: (_root, { input }, context) => setGroup(context, personOf(context.viewer), input),
  }),
);

async function setGroup({ db }: ApiContext, person: Person, input: Input): Promise<Payload> {
  const { code, name, storeCodes } = input;
  const userErrors = findTextErrors({
    code: { value: code, limit: 'code' },
    name: { value: name, limit: 'name' },
  });
  const stores = await findIds(db, store, storeCodes);
  userErrors.push(...unknownError('STORE_UNKNOWN', 'store', stores.unknown, 'storeCodes'));
  if (userErrors.length > 0) return { group: null, userErrors };
  return db.transaction(async (tx): Promise<Payload> => {
    const group = await setStoreGroup(tx, { code, name, storeIds: stores.ids });
    await writeAudit(tx, person, 'storeGroupSet', `store-group:${code}`, {
      groupId: group.id,
      name,
      stores: stores.ids.length,
    });
    return { group, userErrors: [] };
  });
}
