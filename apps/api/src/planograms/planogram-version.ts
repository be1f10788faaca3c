import { planogramPosition, planogramVersion, type ShelfRow } from '@gondola/db';
import { asc, eq, inArray } from 'drizzle-orm';
import { storeLimit } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import { activeBaysOf } from '../queries/active-versions.ts';
import { groupsInOrder } from '../queries/in-order.ts';
import { BayNode, PlanogramNode, PlanogramVersionNode, ProductNode } from './nodes.ts';

const Shelf = builder.objectRef<ShelfRow>('Shelf').implement({
  fields: (t) => ({
    id: t.exposeString('id'),
    number: t.exposeInt('number'),
    xMm: t.exposeFloat('xMm'),
    yMm: t.exposeFloat('yMm'),
    widthMm: t.exposeFloat('widthMm'),
    heightMm: t.exposeFloat('heightMm'),
  }),
});

export const PlanogramPosition = builder
  .objectRef<typeof planogramPosition.$inferSelect>('PlanogramPosition')
  .implement({
    fields: (t) => ({
      id: t.exposeString('positionId'),
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
  description: 'Immutable. Millimetres, origin top-left, y down.',
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
      load: (versionIds: string[], { db }) =>
        db
          .select()
          .from(planogramPosition)
          .where(inArray(planogramPosition.versionId, versionIds))
          .orderBy(asc(planogramPosition.shelfNumber), asc(planogramPosition.sequence)),
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
    resolve: async (_root, { label }, { db }) => {
      const [version] = await db.select().from(planogramVersion).where(eq(planogramVersion.label, label));
      return version ?? null;
    },
  }),
);
