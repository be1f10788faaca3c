import type { store } from '@gondola/db';
import { builder } from '../builder.ts';
import { listStoreGroups, type StoreGroupRow, storesOfGroups } from '../queries/store-groups.ts';
import { StoreNode } from './nodes.ts';

export const StoreGroup = builder.objectRef<StoreGroupRow>('StoreGroup').implement({
  description: 'Stores that are planned for together: a region, a format, a cluster.',
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    stores: t.loadableList({
      type: StoreNode,
      load: (groupIds: string[], { db }): Promise<(typeof store.$inferSelect)[][]> =>
        storesOfGroups(db, groupIds),
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
