import {
  type AnnouncedPhoto,
  type HeldCount,
  type Holding,
  type RetainedPhoto,
  readCapturesOfPhotos,
} from '@gondola/pipeline/retention';
import { builder } from '../graphql/builder.ts';
import { CaptureNode } from '../graphql/nodes/nodes.ts';
import { groupsInOrder } from '../graphql/paging/in-order.ts';

export const HoldingEnum = builder.enumType('RetentionHolding', {
  description: 'Why a photo stays. When there are several causes, the first one that an expiry would find.',
  values: {
    NOT_ARCHIVED: { description: 'A capture that shows the photo is not ARCHIVED.' },
    KEPT: { description: 'A person holds the photo.' },
    POLICY: {
      description:
        'The days of the policy are not over for every capture that shows the photo, or the policy stores it for ever.',
    },
    ALERT_OPEN: { description: 'An alert about a capture that shows the photo is open.' },
    RECAPTURE_OPEN: { description: 'A request for a new photo is open for a capture that shows the photo.' },
    CONFLICT_OPEN: { description: 'The photo is the other one of a conflict whose alert is open.' },
    REFERENCE_IMAGE: { description: 'The photo is a reference image of a product.' },
    UPLOAD_WAITING: { description: 'The photo was uploaded, and its payload has not arrived yet.' },
  } satisfies Record<Holding, { description: string }>,
});

/** The common fields of both lists. */
const RetainedPhotoInterface = builder.interfaceRef<RetainedPhoto>('RetainedPhoto').implement({
  description: 'A photo as the retention policy sees it at this moment.',
  fields: (t) => ({
    sha256: t.exposeString('sha256', { description: 'The SHA-256 of the original, as hex digits.' }),
    byteLength: t.exposeFloat('byteLength', { description: 'The length of the original in bytes.' }),
    captureCount: t.exposeInt('captureCount', { description: 'The number of captures that show the photo.' }),
    captures: t.loadableList({
      type: CaptureNode,
      description:
        'The captures that show the photo, the first received first. The list has ten captures at most; `captureCount` counts all.',
      load: async (photos: string[], { db }) =>
        groupsInOrder(photos, await readCapturesOfPhotos(db, photos), ({ sha256 }) => sha256).map((shown) =>
          shown.map(({ captureId }) => captureId),
        ),
      resolve: ({ sha256 }) => sha256,
    }),
    heldBecause: t.expose('heldBecause', {
      type: HoldingEnum,
      nullable: true,
      description: 'Why the photo stays now; null when nothing holds the photo, and when it has expired.',
    }),
    dueAt: t.expose('dueAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When the days of the policy are over for every capture that shows the photo. Null while one of them is not ARCHIVED, or when the policy stores the photo for ever.',
    }),
  }),
});

export const HeldPhoto = builder.objectRef<RetainedPhoto>('RetentionHeldPhoto').implement({
  description: 'A photo that stays, and the cause, at this moment and under the policy in force.',
  interfaces: [RetainedPhotoInterface],
});

export const AnnouncedPhotoObject = builder.objectRef<AnnouncedPhoto>('RetentionAnnouncedPhoto').implement({
  description:
    'A photo that a dry run announced. Cause and due date are of this moment, under the policy of the dry run.',
  interfaces: [RetainedPhotoInterface],
  fields: (t) => ({
    keptBecause: t.expose('keptBecause', {
      type: HoldingEnum,
      nullable: true,
      description: 'Why the expiry of this dry run left the photo for good; null otherwise.',
    }),
    expiredAt: t.expose('expiredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the photo was removed; null while it is stored.',
    }),
  }),
});

export const HeldCountObject = builder.objectRef<HeldCount>('RetentionHeldCount').implement({
  fields: (t) => ({
    holding: t.expose('holding', { type: HoldingEnum }),
    photos: t.exposeInt('photos', {
      description: 'The number of photos; a lower bound when `limitReached` is true.',
    }),
    limitReached: t.exposeBoolean('limitReached', {
      description: 'True when only the first 10,000 candidates were examined, and there may be more.',
    }),
  }),
});
