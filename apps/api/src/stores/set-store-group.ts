import { findUnknownStores, type StoreGroupRow, setStoreGroup } from '@gondola/pipeline/stores';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';
import { StoreGroup } from './store-group.ts';
import { unknownCodesError } from './unknown-codes-error.ts';

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
    storeCodes: t.stringList({
      required: true,
      description: 'The codes of all stores of the group. Stores that are left out leave the group.',
    }),
  }),
});
type Input = typeof StoreGroupSetInput.$inferInput;

builder.mutationField('storeGroupSet', (t) =>
  t.field({
    type: StoreGroupSetPayload,
    description: 'Creates the group of this code, or replaces its name and its stores.',
    authScopes: { may: 'storeGroupSet' },
    args: { input: t.arg({ type: StoreGroupSetInput, required: true }) },
    resolve: (_root, { input }, context) => setGroup(context, input),
  }),
);

async function setGroup({ db, viewer }: ApiContext, input: Input): Promise<Payload> {
  const userErrors = findTextErrors({
    code: { value: input.code, limit: 'code' },
    name: { value: input.name, limit: 'name' },
  });
  if (userErrors.length > 0) {
    const unknown = await findUnknownStores(db, input.storeCodes);
    return { group: null, userErrors: [...userErrors, ...toUserErrors(unknown)] };
  }
  const result = await setStoreGroup(db, actorOf(viewer), input);
  return 'group' in result
    ? { ...result, userErrors: [] }
    : { group: null, userErrors: toUserErrors(result.codes) };
}

const toUserErrors = (unknown: readonly string[]): UserErrorShape[] =>
  unknown.length === 0 ? [] : [unknownCodesError('STORE_UNKNOWN', 'store', unknown, 'storeCodes')];
