import { storeLimit } from '../auth/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { BayNode, CaptureNode, RecaptureRequestNode, StoreNode } from '../graphql/nodes/nodes.ts';
import { readPage } from '../graphql/paging/read-page.ts';
import { RecaptureEndingEnum, RecaptureReasonEnum } from '../graphql/vocabulary.ts';
import { countRecaptureRequests, listRecaptureRequests } from './recapture-request-rows.ts';

RecaptureRequestNode.implement({
  description:
    'A request to the store for a new photo. A capture has one at most, which is opened again when needed.',
  fields: (t) => ({
    supersedes: t.exposeString('captureId', {
      description: 'The UUID of the capture, which the payload of the new photo repeats as `supersedes`.',
    }),
    capture: t.field({ type: CaptureNode, resolve: (request) => request.captureId }),
    store: t.field({ type: StoreNode, resolve: (request) => request.storeId }),
    bay: t.field({ type: BayNode, resolve: (request) => request.bayId }),
    aisle: t.exposeString('aisle'),
    takenAt: t.expose('takenAt', {
      type: 'DateTime',
      description: 'When the photo to be replaced was taken.',
    }),
    planogramVersion: t.exposeString('taggedVersion', {
      description: 'The label of the planogram version that the photo to be replaced is tagged with.',
    }),
    reasons: t.expose('reasons', { type: [RecaptureReasonEnum] }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    ending: t.expose('ending', { type: RecaptureEndingEnum, nullable: true }),
    fulfilledBy: t.field({
      type: CaptureNode,
      nullable: true,
      description: 'The capture with the new photo; null unless SUPERSEDED.',
      resolve: (request) => request.fulfilledById,
    }),
  }),
});

const RecaptureRequestFilter = builder.inputType('RecaptureRequestFilter', {
  fields: (t) => ({ storeCode: t.string(), aisle: t.string(), open: t.boolean() }),
});

builder.queryField('recaptureRequests', (t) =>
  t.connection(
    {
      type: RecaptureRequestNode,
      description:
        'The requests, newest first. A device sees those of its own store, and polls the open ones to learn which photos to take again.',
      authScopes: { may: 'recaptureList' },
      args: { filter: t.arg({ type: RecaptureRequestFilter }) },
      resolve: async (_root, { filter, ...request }, { db, viewer }) => ({
        ...(await readPage(listRecaptureRequests(db, filter ?? {}, storeLimit(viewer)), request)),
        count: () => countRecaptureRequests(db, filter ?? {}, storeLimit(viewer)),
      }),
    },
    {
      name: 'RecaptureRequestConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'RecaptureRequestEdge' },
  ),
);
