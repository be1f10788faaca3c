import { completeUpload, maxPhotoBytes } from '@gondola/pipeline/intake';
import { ObjectTooLarge } from '@gondola/pipeline/objects';
import type { ApiHandler } from '../http/api-handler.ts';
import { readBody } from '../http/read-body.ts';
import { watchHead } from '../images/watch-head.ts';
import { endOf, recogniseUpload, tokenIn } from './recognise-upload.ts';
import { type Refusal, refusals, refuseUpload } from './upload-refusal.ts';
import type { UploadTools } from './upload-tools.ts';
import { BytesDiffer, verifiedBytes } from './verified-bytes.ts';

/**
 * `PUT /uploads/:id` with all of a photo's bytes and the device key or the upload's token: for devices that do without
 * resuming. 200 says that they are verified and durable. A transfer that broke off, or was sent twice, is simply sent
 * again.
 */
export const putUpload =
  (tools: UploadTools): ApiHandler<{ id: string }> =>
  async (request, response) => {
    const refuse = (refusal: Refusal) => refuseUpload(response, refusal);
    const given = { id: request.params.id, token: tokenIn(request) };
    const row = await recogniseUpload(tools, request, response.locals.viewer, given);
    if ('refusal' in row) return void refuse(row.refusal);
    const end = endOf(row);
    if (end) return void refuse(end);

    const maxBytes = row.expectedByteLength ?? maxPhotoBytes;
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) return void refuse(refusals.tooLarge);
    const head = watchHead(readBody(request));
    try {
      const stored = await tools.objects.put(verifiedBytes(head.bytes, row), { maxBytes });
      // What the bytes say; what the device declared stands only where they say nothing. The worker compares the two.
      const mimeType = head.imageType() ?? row.mimeType ?? 'application/octet-stream';
      const completion = await completeUpload(tools, row.id, stored, mimeType);
      if (typeof completion === 'object') refuse({ status: 422, ...completion.problem });
      else response.json({ uploadId: row.id, status: completion, ...stored });
    } catch (error) {
      if (error instanceof BytesDiffer) refuse({ status: 422, ...error.problem });
      else if (error instanceof ObjectTooLarge) refuse(refusals.tooLarge);
      else throw error;
    }
  };
