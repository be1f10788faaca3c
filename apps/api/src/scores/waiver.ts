import { builder } from '../builder.ts';
import { countWaivers, listWaivers, type WaiverFilter } from '../queries/find-waivers.ts';
import type { WaiverRow } from '../queries/of-rulings.ts';
import { type Page, readPage } from '../queries/read-page.ts';
import { uuidOf } from './node-id.ts';
import { BayNode, PlanogramNode, ProductNode } from './nodes.ts';

export const Waiver = builder.objectRef<WaiverRow>('Waiver').implement({
  description:
    'A position that a bay cannot follow: left out of the scores of captures taken before it expires.',
  fields: (t) => ({
    id: t.exposeID('id'),
    bay: t.field({ type: BayNode, resolve: (row) => row.bayId }),
    planogram: t.field({
      type: PlanogramNode,
      description: 'It holds for every version of it that plans the product in this position.',
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
      type: Waiver,
      description: 'Newest first; 50 unless told, 200 at most.',
      authScopes: { may: 'waiverList' },
      args: {
        bayId: t.arg.id(),
        storeCode: t.arg.string(),
        open: t.arg.boolean({ description: 'Only those in force now, or only the expired and revoked.' }),
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

/** What there is of a bay whose id is none. */
const emptyPage: Page<never> = {
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
};
