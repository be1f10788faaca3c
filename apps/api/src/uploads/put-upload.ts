import { upload } from '@gondola/db';
import { completeUpload, maxPhotoBytes } from '@gondola/pipeline/intake';
import { ObjectTooLarge } from '@gondola/pipeline/objects';
import { and, eq, sql } from 'drizzle-orm';
import type { ApiHandler } from '../api-handler.ts';
import { refuseUnless } from '../auth/refuse-unless.ts';
import { deviceOf } from '../auth/viewer.ts';
import type { ApiTools } from '../context.ts';
import { watchHead } from '../images/watch-head.ts';
import { uuidOf } from '../schema/node-id.ts';

/**
 * `PUT /uploads/:id` with a photo's bytes and the device key. 200 says that they are verified and durable. A transfer
 * that broke off, or was sent twice, is simply sent again.
 */
export const putUpload =
  (tools: ApiTools): ApiHandler<{ id: string }> =>
  async (request, response) => {
    const viewer = response.locals.viewer;
    if (refuseUnless(viewer, 'uploadPut', response)) return;
    const { storeId } = deviceOf(viewer);
    const refuse = (status: number, code: string, message: string) =>
      response
        .status(status)
        .set('Connection', 'close')
        .json({ problem: { path: '$', code, message } });

    const id = uuidOf('Upload', request.params.id);
    const [row] =
      id === null
        ? []
        : await tools.db
            .select({
              id: upload.id,
              mimeType: upload.mimeType,
              expectedByteLength: upload.expectedByteLength,
              expired: sql<boolean>`${upload.completedAt} is null and ${upload.expiresAt} <= now()`,
            })
            .from(upload)
            .where(and(eq(upload.id, id), eq(upload.storeId, storeId)));
    if (!row) return void refuse(404, 'UPLOAD_UNKNOWN', 'There is no upload of this id.');
    if (row.expired) return void refuse(410, 'UPLOAD_EXPIRED', 'The upload has expired; create a new one.');

    const maxBytes = row.expectedByteLength ?? maxPhotoBytes;
    if (Number(request.headers['content-length'] ?? 0) > maxBytes)
      return void refuse(413, 'PHOTO_TOO_LARGE', `The upload was announced with ${maxBytes} bytes.`);
    const head = watchHead(request);
    const stored = await tools.objects.put(head.bytes, { maxBytes }).catch((error: unknown) => {
      if (error instanceof ObjectTooLarge) return null;
      throw error;
    });
    if (stored === null)
      return void refuse(413, 'PHOTO_TOO_LARGE', `The upload was announced with ${maxBytes} bytes.`);
    // What the bytes say; what the device declared stands only where they say nothing. The worker compares the two.
    const mimeType = head.imageType() ?? row.mimeType ?? 'application/octet-stream';
    const completion = await completeUpload(tools, row.id, stored, mimeType);
    if (typeof completion === 'object') response.status(422).json(completion);
    else response.json({ uploadId: row.id, status: completion, ...stored });
  };
