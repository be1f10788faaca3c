import { store } from '@gondola/db';
import { type Person, personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { StoreNode } from './nodes.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { findTextErrors } from './text-limits.ts';

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
    timeZone: t.string({ description: 'IANA name, such as Europe/Berlin; UTC when left out.' }),
  }),
});
type Input = typeof StoreCreateInput.$inferInput;

builder.mutationField('storeCreate', (t) =>
  t.field({
    type: StoreCreatePayload,
    authScopes: { may: 'storeCreate' },
    args: { input: t.arg({ type: StoreCreateInput, required: true }) },
    resolve: (_root, { input }, context) => createStore(context, personOf(context.viewer), input),
  }),
);

async function createStore({ db }: ApiContext, person: Person, input: Input): Promise<Payload> {
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
  return db.transaction(async (tx): Promise<Payload> => {
    const [created] = await tx
      .insert(store)
      .values({ code, name, timeZone })
      .onConflictDoNothing()
      .returning({ id: store.id });
    if (!created)
      return {
        userErrors: [
          { code: 'STORE_EXISTS', message: `There is a store "${code}" already.`, field: ['code'] },
        ],
      };
    await writeAudit(tx, person, 'storeCreate', `store:${code}`, { storeId: created.id, name, timeZone });
    return { storeId: created.id };
  });
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
