import { deviceKey } from '@gondola/db';
import { inArray } from 'drizzle-orm';
import { builder } from '../builder.ts';
import { type ConflictRow, countConflicts, listConflicts } from '../queries/find-conflicts.ts';
import { inOrder } from '../queries/in-order.ts';
import { readPage } from '../queries/read-page.ts';
import { readPhotosOfBytes } from '../queries/related-captures.ts';
import { CaptureNode } from './nodes.ts';
import { Photo, shownPhoto } from './photo.ts';

export const CaptureConflict = builder.objectRef<ConflictRow>('CaptureConflict').implement({
  description:
    'A later payload, or later bytes, under the key of a capture that has another photo. The capture’s own photo and payload are its `photo` and `payload`.',
  fields: (t) => ({
    id: t.exposeID('id'),
    capture: t.field({ type: CaptureNode, resolve: (conflict) => conflict.captureId }),
    claim: t.exposeString('claim', { description: 'SHA-256 of the other photo, or its URL.' }),
    sha256: t.exposeString('sha256', {
      nullable: true,
      description: 'Of the other photo, when its bytes are in the store.',
    }),
    photo: t.loadable({
      type: Photo,
      nullable: true,
      description: 'The other photo, when some capture has the same bytes: only derivatives are shown.',
      load: async (sha256s: string[], { db }) =>
        inOrder(
          sha256s,
          await readPhotosOfBytes(db, sha256s),
          (row) => row.sha256,
          (row) => shownPhoto(row),
        ),
      resolve: (conflict) => conflict.sha256,
    }),
    device: t.loadable({
      type: ConflictDevice,
      nullable: true,
      description: 'Whose key the later one came with.',
      load: async (ids: string[], { db }) =>
        inOrder(
          ids,
          await db.select().from(deviceKey).where(inArray(deviceKey.id, ids)),
          (row) => row.id,
          (row) => row,
        ),
      resolve: (conflict) => conflict.deviceKeyId,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    payload: t.expose('payload', {
      type: 'JSON',
      nullable: true,
      description: 'The later payload; null when only other bytes came.',
    }),
  }),
});

const ConflictDevice = builder.objectRef<typeof deviceKey.$inferSelect>('ConflictDevice').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
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
      type: CaptureConflict,
      description: 'Of all captures, newest first; 50 unless told, 200 at most.',
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
