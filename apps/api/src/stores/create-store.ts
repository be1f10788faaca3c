import { createStore } from '@gondola/pipeline/stores';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';
import { StoreNode } from '../graphql/nodes/nodes.ts';

interface Payload {
  storeId?: string;
  userErrors?: UserErrorShape[];
}

const StoreCreatePayload = builder.objectRef<Payload>('StoreCreatePayload').implement({
  fields: (t) => ({
    store: t.field({ type: StoreNode, nullable: true, resolve: ({ storeId }) => storeId ?? null }),
    userErrors: t.field({ type: [UserError], resolve: ({ userErrors }) => userErrors ?? [] }),
  }),
});

const StoreCreateInput = builder.inputType('StoreCreateInput', {
  fields: (t) => ({
    code: t.string({ required: true }),
    name: t.string({ required: true }),
    timeZone: t.string({
      description: 'The IANA name of the time zone, such as Europe/Berlin; UTC when left out.',
    }),
  }),
});
type Input = typeof StoreCreateInput.$inferInput;

builder.mutationField('storeCreate', (t) =>
  t.field({
    type: StoreCreatePayload,
    authScopes: { may: 'storeCreate' },
    args: { input: t.arg({ type: StoreCreateInput, required: true }) },
    resolve: (_root, { input }, context) => create(context, input),
  }),
);

async function create({ db, viewer }: ApiContext, input: Input): Promise<Payload> {
  const { code, name } = input;
  const timeZone = input.timeZone ?? 'UTC';
  const userErrors = findTextErrors({
    code: { value: code, limit: 'code' },
    name: { value: name, limit: 'name' },
  });
  if (!isTimeZone(timeZone))
    userErrors.push({
      code: 'TIME_ZONE_UNKNOWN',
      message: 'This is no IANA time zone.',
      field: ['timeZone'],
    });
  if (userErrors.length > 0) return { userErrors };
  const created = await createStore(db, actorOf(viewer), { code, name, timeZone });
  if ('storeId' in created) return created;
  const message = `There is a store "${code}" already.`;
  return { userErrors: [{ code: created.problem, message, field: ['code'] }] };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
