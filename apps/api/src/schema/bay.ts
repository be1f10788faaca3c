import { activeVersionsOf } from '../queries/active-versions.ts';
import { BayNode, PlanogramVersionNode, StoreNode } from './nodes.ts';

BayNode.implement({
  authScopes: { may: 'captureRead' },
  fields: (t) => ({
    aisle: t.exposeString('aisle'),
    store: t.field({ type: StoreNode, resolve: (bay) => bay.storeId }),
    activeVersion: t.loadable({
      type: PlanogramVersionNode,
      nullable: true,
      load: (bayIds: string[], { db }) => activeVersionsOf(db, bayIds),
      resolve: (bay) => bay.id,
    }),
  }),
});
