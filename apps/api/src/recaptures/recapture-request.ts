import { storeLimit } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import {
  countRecaptureRequests,
  listRecaptureRequests,
  type RecaptureRow,
} from '../queries/find-recapture-requests.ts';
import { readPage } from '../queries/read-page.ts';
import { BayNode, CaptureNode, StoreNode } from './nodes.ts';
import { RecaptureEndingEnum, RecaptureReasonEnum } from './vocabulary.ts';

export const RecaptureRequest = builder.objectRef<RecaptureRow>('RecaptureRequest').implement({
  description: 'A new photo asked of the store. A capture has one at most; asked anew, it is open again.',
  fields: (t) => ({
    id: t.exposeID('id'),
    supersedes: t.exposeString('captureId', {
      description: 'What the payload of the new photo gives as `supersedes`: the UUID of the capture.',
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
      description: 'Label of the version that the photo to be replaced is tagged with.',
    }),
    reasons: t.expose('reasons', { type: [RecaptureReasonEnum] }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    ending: t.expose('ending', { type: RecaptureEndingEnum, nullable: true }),
    fulfilledBy: t.field({
      type: CaptureNode,
      nullable: true,
      description: 'The capture that brought the new photo.',
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
      type: RecaptureRequest,
      description:
        'Newest first; 50 unless told, 200 at most. A device sees its own store’s: it polls the open ones to learn which photos to take again.',
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
