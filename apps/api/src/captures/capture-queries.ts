import { storeLimit } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import { countCaptures, listCaptures } from '../queries/find-captures.ts';
import { readPage } from '../queries/read-page.ts';
import { uuidOf } from './node-id.ts';
import { CaptureNode } from './nodes.ts';
import { CaptureStateEnum, VerdictEnum } from './vocabulary.ts';

export const CaptureFilterInput = builder.inputType('CaptureFilter', {
  fields: (t) => ({
    states: t.field({ type: [CaptureStateEnum] }),
    storeCode: t.string(),
    aisle: t.string(),
    planogramVersion: t.string({
      description:
        'Label of the version it is scored against; until one is chosen, of the version it is tagged with.',
    }),
    tier: t.int({ description: 'Tier of the current score: 1 cloud, 2 edge, 3 heuristic.' }),
    scoreBelow: t.float(),
    scoreAtLeast: t.float(),
    verdict: t.field({
      type: VerdictEnum,
      description: 'The current score has a position with this verdict.',
    }),
    takenAfter: t.field({ type: 'DateTime' }),
    takenBefore: t.field({ type: 'DateTime' }),
  }),
});

builder.queryField('capture', (t) =>
  t.field({
    type: CaptureNode,
    nullable: true,
    authScopes: { may: 'captureRead' },
    args: { id: t.arg.id({ required: true, description: 'The global id or the bare UUID.' }) },
    resolve: (_root, { id }) => uuidOf('Capture', id),
  }),
);

builder.queryField('captures', (t) =>
  t.connection(
    {
      type: CaptureNode,
      description: 'Newest received first; 50 unless told, 200 at most.',
      authScopes: { may: 'captureRead' },
      args: { filter: t.arg({ type: CaptureFilterInput }) },
      resolve: async (_root, { filter, ...request }, { db, viewer }) => ({
        ...(await readPage(listCaptures(db, filter ?? {}, storeLimit(viewer)), request)),
        count: () => countCaptures(db, filter ?? {}, storeLimit(viewer)),
      }),
    },
    {
      name: 'CaptureConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'CaptureEdge' },
  ),
);
