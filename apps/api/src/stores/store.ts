import { store } from '@gondola/db';
import { builder } from '../builder.ts';
import { StoreNode } from './nodes.ts';

StoreNode.implement({
  authScopes: { may: 'captureRead' },
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name'),
    timeZone: t.exposeString('timeZone'),
  }),
});

builder.queryField('stores', (t) =>
  t.field({
    type: [StoreNode],
    authScopes: { may: 'storeList' },
    resolve: (_root, _args, { db }) => db.select().from(store).orderBy(store.code),
  }),
);
