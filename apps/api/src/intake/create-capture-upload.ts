import { createUpload } from '@gondola/pipeline/intake';
import { deviceOf } from '../auth/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { readUpload } from '../uploads/upload-rows.ts';

interface Payload {
  uploadId: string | null;
  expiresAt: Date | null;
  token: string | null;
  userErrors: UserErrorShape[];
}

const CaptureUploadCreatePayload = builder.objectRef<Payload>('CaptureUploadCreatePayload').implement({
  description:
    'The announced upload. Send the bytes to `url`, with the tus protocol 1.0.0 or in one PUT. Payloads name `uploadId` as `upload_id`.',
  fields: (t) => ({
    uploadId: t.exposeID('uploadId', { nullable: true }),
    url: t.string({
      nullable: true,
      description: 'The path on this API that takes the bytes; null when the request was refused.',
      resolve: ({ uploadId }) => (uploadId === null ? null : `/uploads/${uploadId}`),
    }),
    token: t.exposeString('token', {
      nullable: true,
      description:
        'A token for requests to `url`, sent as the header Upload-Token instead of the device key.',
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
