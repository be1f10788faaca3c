import { builder } from '../graphql/builder.ts';
import { BayNode, PlanogramVersionNode } from '../graphql/nodes/nodes.ts';
import { activeVersionsOf } from './active-version-rows.ts';

builder.objectField(BayNode, 'activeVersion', (t) =>
  t.loadable({
    type: PlanogramVersionNode,
    nullable: true,
    load: (bayIds: string[], { db }) => activeVersionsOf(db, bayIds),
    resolve: (bay) => bay.id,
  }),
);
