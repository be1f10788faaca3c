import { BayNode, StoreNode } from '../graphql/nodes/nodes.ts';

BayNode.implement({
  authScopes: { may: 'captureRead' },
  fields: (t) => ({
    aisle: t.exposeString('aisle'),
    store: t.field({ type: StoreNode, resolve: (bay) => bay.storeId }),
  }),
});
