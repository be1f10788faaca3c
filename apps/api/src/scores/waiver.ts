import { builder } from '../graphql/builder.ts';
import { BayNode, PlanogramNode, ProductNode, WaiverNode } from '../graphql/nodes/nodes.ts';
import { type Page, readPage } from '../graphql/paging/read-page.ts';
import { uuidOf } from '../ids/node-id.ts';
import { countWaivers, listWaivers, type WaiverFilter } from './waiver-rows.ts';

WaiverNode.implement({
  description:
    'A position that a bay cannot follow. Scores of captures taken before `expiresAt` leave the position out.',
  fields: (t) => ({
    bay: t.field({ type: BayNode, resolve: (row) => row.bayId }),
    planogram: t.field({
      type: PlanogramNode,
      description:
        'The planogram. The waiver holds for every version that plans the product in this position.',
      resolve: (row) => row.planogramId,
    }),
    positionId: t.exposeString('positionId'),
    product: t.field({ type: ProductNode, resolve: (row) => row.productId }),
    reason: t.exposeString('reason'),
    author: t.exposeString('author'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
    revokedBy: t.exposeString('revokedBy', { nullable: true }),
  }),
});

builder.queryField('waivers', (t) =>
  t.connection(
    {
      type: WaiverNode,
      description: 'The waivers, newest first.',
      authScopes: { may: 'waiverList' },
      args: {
        bayId: t.arg.id(),
        storeCode: t.arg.string(),
        open: t.arg.boolean({
          description: 'True: only waivers in force now. False: only expired and revoked ones.',
        }),
      },
      resolve: async (_root, { bayId, storeCode, open, ...request }, { db }) => {
        const bay = bayId ? uuidOf('Bay', bayId) : undefined;
        if (bay === null) return { ...emptyPage, count: async () => 0 };
        const filter: WaiverFilter = { bayId: bay, storeCode, open };
        return {
          ...(await readPage(listWaivers(db, filter), request)),
          count: () => countWaivers(db, filter),
        };
      },
    },
    {
      name: 'WaiverConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'WaiverEdge' },
  ),
);

/** An empty result, for a bay id that is not valid. */
const emptyPage: Page<never> = {
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
};
