import { builder } from '../graphql/builder.ts';
import { CaptureConflictNode, CaptureNode, DeviceKeyNode } from '../graphql/nodes/nodes.ts';
import { inOrder } from '../graphql/paging/in-order.ts';
import { readPage } from '../graphql/paging/read-page.ts';
import { countConflicts, listConflicts } from './conflict-rows.ts';
import { Photo, shownPhoto } from './photo.ts';
import { readPhotosOfBytes } from './related-capture-rows.ts';

CaptureConflictNode.implement({
  description:
    'A later payload or photo with the key of a capture that has another photo. The capture’s own ones are its `photo` and `payload`.',
  fields: (t) => ({
    capture: t.field({ type: CaptureNode, resolve: (conflict) => conflict.captureId }),
    claim: t.exposeString('claim', { description: 'The SHA-256 of the other photo, or its URL.' }),
    sha256: t.exposeString('sha256', {
      nullable: true,
      description: 'The SHA-256 of the other photo; null when its bytes are not stored.',
    }),
    photo: t.loadable({
      type: Photo,
      nullable: true,
      description: 'The other photo; null unless some capture has the same bytes and is preprocessed.',
      load: async (sha256s: string[], { db }) =>
        inOrder(
          sha256s,
          await readPhotosOfBytes(db, sha256s),
          (row) => row.sha256,
          (row) => shownPhoto(row),
        ),
      resolve: (conflict) => conflict.sha256,
    }),
    device: t.field({
      type: DeviceKeyNode,
      nullable: true,
      description: 'The device that sent the later payload or photo; null when unknown.',
      resolve: (conflict) => conflict.deviceKeyId,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    payload: t.expose('payload', {
      type: 'JSON',
      nullable: true,
      description: 'The later payload; null when only other bytes came. Analysts may not read it.',
      authScopes: { may: 'rawPayloadRead' },
    }),
  }),
});

DeviceKeyNode.implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    model: t.exposeString('model', { nullable: true }),
  }),
});

const CaptureConflictFilter = builder.inputType('CaptureConflictFilter', {
  fields: (t) => ({ storeCode: t.string() }),
});

builder.queryField('captureConflicts', (t) =>
  t.connection(
    {
      type: CaptureConflictNode,
      description: 'The conflicts of all captures, newest first.',
      authScopes: { may: 'conflictList' },
      args: { filter: t.arg({ type: CaptureConflictFilter }) },
      resolve: async (_root, { filter, ...request }, { db }) => ({
        ...(await readPage(listConflicts(db, filter ?? {}), request)),
        count: () => countConflicts(db, filter ?? {}),
      }),
    },
    {
      name: 'CaptureConflictConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'CaptureConflictEdge' },
  ),
);
