import type { ShelfRow } from '@gondola/db';
import { storeLimit } from '../auth/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { BayNode, PlanogramNode, PlanogramVersionNode, ProductNode } from '../graphql/nodes/nodes.ts';
import { groupsInOrder } from '../graphql/paging/in-order.ts';
import { activeBaysOf } from './active-version-rows.ts';
import { findVersion, type PositionRow, positionsOf } from './planogram-version-rows.ts';

const Shelf = builder.objectRef<ShelfRow>('Shelf').implement({
  fields: (t) => ({
    shelfId: t.exposeString('id'),
    number: t.exposeInt('number'),
    xMm: t.exposeFloat('xMm'),
    yMm: t.exposeFloat('yMm'),
    widthMm: t.exposeFloat('widthMm'),
    heightMm: t.exposeFloat('heightMm'),
  }),
});

export const PlanogramPosition = builder.objectRef<PositionRow>('PlanogramPosition').implement({
  fields: (t) => ({
    positionId: t.exposeString('positionId'),
    product: t.field({ type: ProductNode, resolve: (position) => position.productId }),
    shelfNumber: t.exposeInt('shelfNumber'),
    sequence: t.exposeInt('sequence'),
    xMm: t.exposeFloat('xMm'),
    yMm: t.exposeFloat('yMm'),
    widthMm: t.exposeFloat('widthMm'),
    heightMm: t.exposeFloat('heightMm'),
    facingsHorizontal: t.exposeInt('facingsHorizontal'),
    facingsVertical: t.exposeInt('facingsVertical'),
    facingsDepth: t.exposeInt('facingsDepth'),
  }),
});

PlanogramVersionNode.implement({
  description:
    'One edition of a planogram, which is never changed. Lengths are in millimetres, from the top left of the bay.',
  authScopes: { may: 'captureRead' },
  fields: (t) => ({
    label: t.exposeString('label'),
    planogram: t.field({ type: PlanogramNode, resolve: (version) => version.planogramId }),
    widthMm: t.exposeFloat('widthMm'),
    heightMm: t.exposeFloat('heightMm'),
    effectiveFrom: t.expose('effectiveFrom', { type: 'DateTime', nullable: true }),
    effectiveTo: t.expose('effectiveTo', { type: 'DateTime', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    shelves: t.field({ type: [Shelf], resolve: (version) => version.shelves }),
    positions: t.loadableGroup({
      type: PlanogramPosition,
      load: (versionIds: string[], { db }) => positionsOf(db, versionIds),
      group: (position) => position.versionId,
      resolve: (version) => version.id,
    }),
    activeBays: t.loadableList({
      type: BayNode,
      load: async (versionIds: string[], { db, viewer }) => {
        const rows = await activeBaysOf(db, versionIds, storeLimit(viewer));
        const groups = groupsInOrder(versionIds, rows, (row) => row.versionId);
        return groups.map((group) => group.map((row) => row.bay));
      },
      resolve: (version) => version.id,
    }),
  }),
});

builder.queryField('planogramVersion', (t) =>
  t.field({
    type: PlanogramVersionNode,
    nullable: true,
    authScopes: { may: 'planogramList' },
    args: { label: t.arg.string({ required: true }) },
    resolve: (_root, { label }, { db }) => findVersion(db, label),
  }),
);
