import type { StoreGroupRow } from '@gondola/pipeline/stores';
import { builder } from '../graphql/builder.ts';
import { StoreNode } from '../graphql/nodes/nodes.ts';
import { listStoreGroups, storesOfGroups } from './store-group-rows.ts';
import type { StoreRow } from './store-rows.ts';

export const StoreGroup = builder.objectRef<StoreGroupRow>('StoreGroup').implement({
  description: 'Stores that are planned for together: a region, a store format or a cluster.',
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    stores: t.loadableList({
      type: StoreNode,
      load: (groupIds: string[], { db }): Promise<StoreRow[][]> => storesOfGroups(db, groupIds),
      resolve: (group) => group.id,
    }),
  }),
});

builder.queryField('storeGroups', (t) =>
  t.field({
    type: [StoreGroup],
    authScopes: { may: 'storeList' },
    resolve: (_root, _args, { db }) => listStoreGroups(db),
  }),
);
