import { builder } from '../graphql/builder.ts';
import { BayNode, CaptureNode, DriftItemNode, PlanogramVersionNode } from '../graphql/nodes/nodes.ts';
import { type Page, readPage } from '../graphql/paging/read-page.ts';
import { DriftReasonEnum, DriftReleaseModeEnum } from '../graphql/vocabulary.ts';
import { uuidOf } from '../ids/node-id.ts';
import { countDriftItems, type DriftItemFilter, listDriftItems } from './drift-item-rows.ts';

DriftItemNode.implement({
  authScopes: { may: 'driftList' },
  fields: (t) => ({
    capture: t.field({ type: CaptureNode, resolve: (item) => item.captureId }),
    bay: t.field({ type: BayNode, resolve: (item) => item.bayId }),
    reason: t.expose('reason', { type: DriftReasonEnum }),
    taggedVersion: t.exposeString('taggedVersion'),
    activeVersion: t.field({
      type: PlanogramVersionNode,
      nullable: true,
      description:
        'The version that the bay followed when the capture was stopped; null when it followed none.',
      resolve: (item) => item.activeVersionId,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    releasedAt: t.expose('releasedAt', { type: 'DateTime', nullable: true }),
    releasedBy: t.exposeString('releasedBy', { nullable: true }),
    releaseMode: t.expose('releaseMode', { type: DriftReleaseModeEnum, nullable: true }),
  }),
});

const DriftItemFilterInput = builder.inputType('DriftItemFilter', {
  fields: (t) => ({ bayId: t.id(), taggedVersion: t.string(), open: t.boolean() }),
});

builder.queryField('driftItems', (t) =>
  t.connection(
    {
      type: DriftItemNode,
      description: 'The items, newest first.',
      authScopes: { may: 'driftList' },
      args: { filter: t.arg({ type: DriftItemFilterInput }) },
      resolve: async (_root, { filter, ...request }, { db }) => {
        const { bayId, ...rest } = filter ?? {};
        const bay = bayId ? uuidOf('Bay', bayId) : undefined;
        if (bay === null) return { ...emptyPage, count: async () => 0 };
        const where: DriftItemFilter = { ...rest, bayId: bay };
        return {
          ...(await readPage(listDriftItems(db, where), request)),
          count: () => countDriftItems(db, where),
        };
      },
    },
    {
      name: 'DriftItemConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'DriftItemEdge' },
  ),
);

/** An empty result, for a bay id that is not valid. */
const emptyPage: Page<never> = {
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
};
