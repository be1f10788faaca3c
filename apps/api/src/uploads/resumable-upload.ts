import type { IncomingMessage } from 'node:http';
import type { ApiHandler, ApiResponse } from '../http/api-handler.ts';
import { beginUpload } from './begin-upload.ts';
import { findRequestProblem, tusVersion } from './find-request-problem.ts';
import { finishUpload } from './finish-upload.ts';
import { endOf, recogniseUpload, tokenIn } from './recognise-upload.ts';
import { openTusServer } from './tus-server.ts';
import { type Refusal, refusals, refuseUpload } from './upload-refusal.ts';
import type { Upload } from './upload-rows.ts';
import type { UploadTools } from './upload-tools.ts';

type TusRequest = Parameters<ApiHandler<{ id?: string }>>[0];

/**
 * Resumable uploads by the tus protocol: `POST /uploads` (or `captureUploadCreate`, which also says the token), then
 * HEAD, PATCH and DELETE of `/uploads/:id`. An upload is accepted, and its capture wakes, when its last byte is in and
 * the whole is verified and durable; the answer to that byte says so.
 */
export function resumableUpload(tools: UploadTools): ApiHandler<{ id?: string }> {
  const recognised = new WeakMap<IncomingMessage, Upload>();
  const tus = openTusServer(tools, recognised);

  async function find(request: TusRequest, response: ApiResponse): Promise<Upload | { refusal: Refusal }> {
    const { viewer } = response.locals;
    const { id } = request.params;
    if (id === undefined) return beginUpload(tools, request, viewer);
    const row = await recogniseUpload(tools, request, viewer, { id, token: tokenIn(request) });
    if ('refusal' in row) return row;
    const end = endOf(row);
    if (end) return { refusal: end };
    if (row.state === 'COMPLETED' && request.method === 'DELETE') return { refusal: refusals.completed };
    return row.expectedByteLength === null ? { refusal: lengthUnknown } : row;
  }

  return async (request, response) => {
    response.set('Cache-Control', 'no-store');
    takeMethodOverride(request);
    const problem = findRequestProblem(request, response);
    if (request.method === 'OPTIONS' && problem === null) return tus.handle(request, response);
    const row = problem === null ? await find(request, response) : { refusal: problem };
    if ('refusal' in row) {
      response.set('Tus-Resumable', tusVersion);
      return refuseUpload(response, row.refusal);
    }
    if (row.state === 'UNFINISHED') response.set('Upload-Expires', row.expiresAt.toUTCString());
    if (request.method === 'POST') response.set('Upload-Token', tools.uploads.tokens.tokenOf(row));
    if (request.method === 'HEAD') {
      if (row.metadata !== null) response.set('Upload-Metadata', row.metadata);
      await finishIfFull(tools, row);
    }
    recognised.set(request, row);
    await tus.handle(request, response);
  };
}

/** A device takes a full upload for an accepted one, so that this is made true, or the bytes are gone, or this throws. */
async function finishIfFull(tools: UploadTools, row: Upload): Promise<void> {
  const { locks, partials } = tools.uploads;
  if (row.state !== 'UNFINISHED' || (await partials.size(row.id)) !== row.expectedByteLength) return;
  await locks.hold(row.id, () => finishUpload({ ...tools, partials }, row.id));
}

/** For devices whose HTTP client knows no PATCH or DELETE. */
function takeMethodOverride(request: TusRequest): void {
  const wanted = request.get('x-http-method-override')?.toUpperCase();
  if (request.method === 'POST' && request.params.id !== undefined)
    request.method = wanted === 'PATCH' || wanted === 'DELETE' || wanted === 'HEAD' ? wanted : request.method;
}

const lengthUnknown: Refusal = {
  status: 409,
  code: 'UPLOAD_REQUEST_INVALID',
  message: 'This upload was announced without a length; send it with PUT.',
};
