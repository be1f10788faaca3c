import { builder } from '../graphql/builder.ts';
import { StoreNode } from '../graphql/nodes/nodes.ts';
import { listStores } from './store-rows.ts';

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
    resolve: (_root, _args, { db }) => listStores(db),
  }),
);
