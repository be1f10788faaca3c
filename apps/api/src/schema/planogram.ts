import { type Database, planogram, planogramVersion } from '@gondola/db';
import { asc, inArray } from 'drizzle-orm';
import { builder } from '../builder.ts';
import { groupsInOrder } from '../queries/in-order.ts';
import { PlanogramNode, PlanogramVersionNode } from './nodes.ts';

PlanogramNode.implement({
  authScopes: { may: 'captureRead' },
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name'),
    versions: t.loadableList({
      type: PlanogramVersionNode,
      description: 'Oldest first.',
      load: async (planogramIds: string[], { db }) =>
        groupsInOrder(planogramIds, await versionsOf(db, planogramIds), (row) => row.planogramId),
      resolve: (row) => row.id,
    }),
  }),
});

builder.queryField('planograms', (t) =>
  t.field({
    type: [PlanogramNode],
    authScopes: { may: 'planogramList' },
    resolve: (_root, _args, { db }) => db.select().from(planogram).orderBy(planogram.code),
  }),
);

const versionsOf = (db: Database, planogramIds: string[]) =>
  db
    .select()
    .from(planogramVersion)
    .where(inArray(planogramVersion.planogramId, planogramIds))
    .orderBy(asc(planogramVersion.createdAt), asc(planogramVersion.id));
