import { createUpload } from '@gondola/pipeline/intake';
import { deviceOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import { UserError, type UserErrorShape } from './problem.ts';

interface Payload {
  uploadId: string | null;
  expiresAt: Date | null;
  userErrors: UserErrorShape[];
}

const CaptureUploadCreatePayload = builder.objectRef<Payload>('CaptureUploadCreatePayload').implement({
  description: 'PUT the bytes to `url` with the device key; `uploadId` goes into the payload as `upload_id`.',
  fields: (t) => ({
    uploadId: t.exposeID('uploadId', { nullable: true }),
    url: t.string({
      nullable: true,
      description: 'A path on this API.',
      resolve: ({ uploadId }) => (uploadId === null ? null : `/uploads/${uploadId}`),
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const CaptureUploadCreateInput = builder.inputType('CaptureUploadCreateInput', {
  fields: (t) => ({
    mimeType: t.string({ required: true }),
    byteLength: t.int({ required: true }),
    sha256: t.string(),
  }),
});

builder.mutationField('captureUploadCreate', (t) =>
  t.field({
    type: CaptureUploadCreatePayload,
    authScopes: { may: 'captureUploadCreate' },
    args: { input: t.arg({ type: CaptureUploadCreateInput, required: true }) },
    resolve: async (_root, { input }, { db, viewer }) => {
      const request = { ...input, sha256: input.sha256 ?? null };
      const created = await createUpload(db, deviceOf(viewer).storeId, request);
      if ('uploadId' in created) return { ...created, userErrors: [] };
      const userErrors = created.problems.map(({ path, code, message }) => ({
        code,
        message,
        field: [path.replace(/^\$\.?/, '')],
      }));
      return { uploadId: null, expiresAt: null, userErrors };
    },
  }),
);
