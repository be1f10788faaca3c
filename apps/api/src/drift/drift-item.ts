import { builder } from '../builder.ts';
import { countDriftItems, type DriftItemFilter, listDriftItems } from '../queries/find-drift-items.ts';
import { type Page, readPage } from '../queries/read-page.ts';
import { uuidOf } from './node-id.ts';
import { BayNode, CaptureNode, DriftItemNode, PlanogramVersionNode } from './nodes.ts';
import { DriftReasonEnum, DriftReleaseModeEnum } from './vocabulary.ts';

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
      description: 'The version that was active when the capture came to the gate.',
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
      description: 'Newest first; 50 unless told, 200 at most.',
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

/** What there is of a bay whose id is none. */
const emptyPage: Page<never> = {
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
};
