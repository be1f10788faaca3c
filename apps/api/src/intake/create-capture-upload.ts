import { createUpload } from '@gondola/pipeline/intake';
import { deviceOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import { readUpload } from '../uploads/read-upload.ts';
import { UserError, type UserErrorShape } from './problem.ts';

interface Payload {
  uploadId: string | null;
  expiresAt: Date | null;
  token: string | null;
  userErrors: UserErrorShape[];
}

const CaptureUploadCreatePayload = builder.objectRef<Payload>('CaptureUploadCreatePayload').implement({
  description:
    'Send the bytes to `url`: resumable by the tus protocol 1.0.0, or all in one PUT. `uploadId` goes into the payload as `upload_id`.',
  fields: (t) => ({
    uploadId: t.exposeID('uploadId', { nullable: true }),
    url: t.string({
      nullable: true,
      description: 'A path on this API.',
      resolve: ({ uploadId }) => (uploadId === null ? null : `/uploads/${uploadId}`),
    }),
    token: t.exposeString('token', {
      nullable: true,
      description: 'Stands in for the device key in requests to `url`, as the header Upload-Token.',
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
    resolve: async (_root, { input }, { db, uploads, viewer }) => {
      const request = { ...input, sha256: input.sha256 ?? null };
      const { storeId } = deviceOf(viewer);
      const created = await createUpload(db, storeId, request, uploads.unfinishedBytesPerStore);
      const row = 'uploadId' in created ? await readUpload(db, created.uploadId) : null;
      if ('uploadId' in created)
        return { ...created, token: row && uploads.tokens.tokenOf(row), userErrors: [] };
      const userErrors = created.problems.map(({ path, code, message }) => ({
        code,
        message,
        field: [path.replace(/^\$\.?/, '')],
      }));
      return { uploadId: null, expiresAt: null, token: null, userErrors };
    },
  }),
);
