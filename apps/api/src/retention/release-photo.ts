import { releasePhoto } from '@gondola/pipeline/retention';
import { actorOf } from '../auth/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { uuidOf } from '../ids/node-id.ts';
import { CaptureKeepPayload, captureUnknown } from './hold-payload.ts';

const CaptureKeepReleaseInput = builder.inputType('CaptureKeepReleaseInput', {
  fields: (t) => ({ id: t.id({ required: true }) }),
});

builder.mutationField('captureKeepRelease', (t) =>
  t.field({
    type: CaptureKeepPayload,
    description:
      'Ends the hold on a photo: the retention policy applies to it again. Doing so again changes nothing.',
    authScopes: { may: 'captureKeepRelease' },
    args: { input: t.arg({ type: CaptureKeepReleaseInput, required: true }) },
    resolve: async (_root, { input }, { db, viewer }) => {
      const id = uuidOf('Capture', input.id);
      if (id === null) return captureUnknown;
      const released = await releasePhoto(db, actorOf(viewer), id);
      return 'problem' in released ? captureUnknown : { ...released, userErrors: [] };
    },
  }),
);
