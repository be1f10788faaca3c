import { storeLimit } from '../auth/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { CaptureNode } from '../graphql/nodes/nodes.ts';
import { readPage } from '../graphql/paging/read-page.ts';
import { CaptureStateEnum, VerdictEnum } from '../graphql/vocabulary.ts';
import { uuidOf } from '../ids/node-id.ts';
import { countCaptures, listCaptures } from './capture-rows.ts';

export const CaptureFilterInput = builder.inputType('CaptureFilter', {
  fields: (t) => ({
    states: t.field({ type: [CaptureStateEnum] }),
    storeCode: t.string(),
    aisle: t.string(),
    planogramVersion: t.string({
      description:
        'Only captures with this label: of the version they are scored against or, until one is chosen, of the tagged version.',
    }),
    tier: t.int({
      description: 'Only captures whose current score is by this tier: 1 cloud, 2 edge, 3 heuristic.',
    }),
    scoreBelow: t.float(),
    scoreAtLeast: t.float(),
    verdict: t.field({
      type: VerdictEnum,
      description: 'Only captures whose current score has a finding with this verdict.',
    }),
    firmware: t.string(),
    cameraModel: t.string(),
    takenAfter: t.field({ type: 'DateTime' }),
    takenBefore: t.field({ type: 'DateTime' }),
  }),
});

builder.queryField('capture', (t) =>
  t.field({
    type: CaptureNode,
    nullable: true,
    authScopes: { may: 'captureRead' },
    args: {
      id: t.arg.id({ required: true, description: 'The global id of the capture, or its bare UUID.' }),
    },
    resolve: (_root, { id }) => uuidOf('Capture', id),
  }),
);

builder.queryField('captures', (t) =>
  t.connection(
    {
      type: CaptureNode,
      description: 'The captures, newest received first. Devices see those of their own store.',
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
