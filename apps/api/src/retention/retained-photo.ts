import {
  type AnnouncedPhoto,
  type HeldCount,
  type Holding,
  type RetainedPhoto,
  readCapturesOfPhotos,
} from '@gondola/pipeline/archive';
import { builder } from '../builder.ts';
import { groupsInOrder } from '../queries/in-order.ts';
import { CaptureNode } from './nodes.ts';

export const HoldingEnum = builder.enumType('RetentionHolding', {
  description: 'Why a photo stays. Where several things hold it, the one that an expiry would name.',
  values: {
    NOT_ARCHIVED: { description: 'A capture that shows it is not ARCHIVED.' },
    KEPT: { description: 'A person keeps it.' },
    POLICY: { description: 'Its days are not over for every capture that shows it, or never will be.' },
    ALERT_OPEN: { description: 'An alert about a capture that shows it is open.' },
    RECAPTURE_OPEN: { description: 'A recapture of a capture that shows it is asked for.' },
    CONFLICT_OPEN: { description: 'It is the other photo of a conflict whose alert is open.' },
    REFERENCE_IMAGE: { description: 'It is a reference image of a product.' },
    UPLOAD_WAITING: { description: 'An upload of it waits for its capture.' },
  } satisfies Record<Holding, { description: string }>,
});

/** What both lists tell of a photo. */
const RetainedPhotoInterface = builder.interfaceRef<RetainedPhoto>('RetainedPhoto').implement({
  description: 'A photo as the retention policy sees it. What is told of it is as of now.',
  fields: (t) => ({
    sha256: t.exposeString('sha256', { description: 'Of the original; in hex.' }),
    byteLength: t.exposeFloat('byteLength', { description: 'Of the original.' }),
    captureCount: t.exposeInt('captureCount', { description: 'Captures that show it.' }),
    captures: t.loadableList({
      type: CaptureNode,
      description: 'The captures that show it, the first received first; ten at most, see captureCount.',
      load: async (photos: string[], { db }) =>
        groupsInOrder(photos, await readCapturesOfPhotos(db, photos), ({ sha256 }) => sha256).map((shown) =>
          shown.map(({ captureId }) => captureId),
        ),
      resolve: ({ sha256 }) => sha256,
    }),
    heldBecause: t.expose('heldBecause', {
      type: HoldingEnum,
      nullable: true,
      description: 'What holds it now; null where nothing does, or where it is gone.',
    }),
    dueAt: t.expose('dueAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When its days are over for every capture that shows it: it is past its time since then, where that is in the past. Null where one of them is not ARCHIVED, or where it is kept for ever.',
    }),
  }),
});

export const HeldPhoto = builder.objectRef<RetainedPhoto>('RetentionHeldPhoto').implement({
  description: 'A photo that stays, and why: as of now, under the policy in force.',
  interfaces: [RetainedPhotoInterface],
});

export const AnnouncedPhotoObject = builder.objectRef<AnnouncedPhoto>('RetentionAnnouncedPhoto').implement({
  description:
    'A photo that a dry run announced. That it is on the list is as of the dry run; what holds it and when it is due is as of now, under the policy that the dry run was made under.',
  interfaces: [RetainedPhotoInterface],
  fields: (t) => ({
    keptBecause: t.expose('keptBecause', {
      type: HoldingEnum,
      nullable: true,
      description: 'Why the expiry of this dry run left it; that expiry does not come back to it.',
    }),
    expiredAt: t.expose('expiredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was let go.',
    }),
  }),
});

export const HeldCountObject = builder.objectRef<HeldCount>('RetentionHeldCount').implement({
  fields: (t) => ({
    holding: t.expose('holding', { type: HoldingEnum }),
    photos: t.exposeInt('photos', { description: 'At least so many, where limitReached.' }),
    limitReached: t.exposeBoolean('limitReached', {
      description: 'Only the first 10,000 candidates were asked; there may be more.',
    }),
  }),
});
