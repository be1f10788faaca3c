import { brandWithType } from '@pothos/core';
import type { Act } from '../auth/access-policy.ts';
import { may } from '../auth/access-policy.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { readGlobalId } from './node-id.ts';
import * as nodes from './nodes.ts';

interface NodeDoor {
  /** What a viewer must be allowed to do to reach the node by its id alone. */
  act: Act;
  load(context: ApiContext, id: string): Promise<object | null>;
}

const door = (
  act: Act,
  ref: { getDataloader(context: ApiContext): { load(id: string): Promise<object | null> } },
): NodeDoor => ({ act, load: (context, id) => ref.getDataloader(context).load(id) });

const doors: Record<string, NodeDoor> = {
  Store: door('captureRead', nodes.StoreNode),
  Bay: door('captureRead', nodes.BayNode),
  Capture: door('captureRead', nodes.CaptureNode),
  Score: door('captureRead', nodes.ScoreNode),
  Product: door('planogramList', nodes.ProductNode),
  Planogram: door('planogramList', nodes.PlanogramNode),
  PlanogramVersion: door('planogramList', nodes.PlanogramVersionNode),
  DriftItem: door('driftList', nodes.DriftItemNode),
  DeadLetter: door('deadLetterList', nodes.DeadLetterNode),
};

builder.queryField('node', (t) =>
  t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: 'Null for an id that is not there, is of another store, or is out of the viewer’s reach.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, args, context) => {
      const read = readGlobalId(args.id);
      const way = read === null ? undefined : doors[read.type];
      if (read === null || way === undefined || !may(context.viewer, way.act)) return null;
      const row = await way.load(context, read.id);
      if (row !== null) brandWithType(row, read.type as never);
      return row;
    },
  }),
);
