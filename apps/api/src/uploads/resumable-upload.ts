import type { IncomingMessage } from 'node:http';
import { maxPhotoBytes } from '@gondola/pipeline/intake';
import type { ApiHandler, ApiResponse } from '../api-handler.ts';
import type { ApiTools } from '../context.ts';
import { beginUpload } from './begin-upload.ts';
import { finishUpload } from './finish-upload.ts';
import type { Upload } from './read-upload.ts';
import { endOf, recogniseUpload, tokenIn } from './recognise-upload.ts';
import { openTusServer } from './tus-server.ts';
import { type Refusal, refusals, refuseUpload } from './upload-refusal.ts';

type TusRequest = Parameters<ApiHandler<{ id?: string }>>[0];

const methods = new Set(['OPTIONS', 'POST', 'HEAD', 'PATCH', 'DELETE']);
const tusVersion = '1.0.0';

/**
 * Resumable uploads by the tus protocol: `POST /uploads` (or `captureUploadCreate`, which also says the token), then
 * HEAD, PATCH and DELETE of `/uploads/:id`. An upload is accepted, and its capture wakes, when its last byte is in and
 * the whole is verified and durable; the answer to that byte says so.
 */
export function resumableUpload(tools: ApiTools): ApiHandler<{ id?: string }> {
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

  return async (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    takeMethodOverride(request);
    if (!methods.has(request.method)) return void next();
    if (request.method === 'OPTIONS') return tus.handle(request, response);
    const row = headerProblem(request, response) ?? (await find(request, response));
    if ('refusal' in row) {
      response.set('Tus-Resumable', tusVersion);
      // What came unasked and unrecognised is not listened to any longer.
      return refuseUpload(response, row.refusal, { close: row.refusal.status === 401 });
    }
    if (row.state === 'UNFINISHED') response.set('Upload-Expires', row.expiresAt.toUTCString());
    if (request.method === 'POST') response.set('Upload-Token', tools.uploads.tokens.tokenOf(row));
    if (request.method === 'HEAD') await finishIfFull(tools, row);
    recognised.set(request, row);
    await tus.handle(request, response);
  };
}

/** A device takes a full upload for an accepted one, so that this is made true, or the bytes are gone, or this throws. */
async function finishIfFull(tools: ApiTools, row: Upload): Promise<void> {
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

/** What the protocol asks of a request, with the status that it names. */
function headerProblem(request: TusRequest, response: ApiResponse): { refusal: Refusal } | null {
  const refuse = (status: number, message: string) => ({
    refusal: { status, code: 'UPLOAD_REQUEST_INVALID', message },
  });
  if (request.get('tus-resumable') !== tusVersion) {
    response.set('Tus-Version', tusVersion);
    return refuse(412, `Say which protocol this is: Tus-Resumable: ${tusVersion}.`);
  }
  if (request.method === 'POST' && request.params.id !== undefined)
    return refuse(405, 'Uploads are made at /uploads; this one is there already.');
  if (request.method !== 'POST' && request.params.id === undefined)
    return refuse(405, 'This needs the id of an upload.');
  if (request.method === 'POST' && request.get('upload-concat') !== undefined)
    return refuse(501, 'A photo comes in one upload.');
  if (request.method === 'POST' && request.get('upload-defer-length') !== undefined)
    return refuse(501, 'The length of a photo is known before it is sent: say it in Upload-Length.');
  if (request.method !== 'PATCH') return null;
  if (request.get('content-type') !== 'application/offset+octet-stream')
    return refuse(415, 'The body of a PATCH is application/offset+octet-stream.');
  if (!/^\d{1,15}$/.test(request.get('upload-offset') ?? ''))
    return refuse(400, 'Say in Upload-Offset where the bytes belong.');
  if (Number(request.get('content-length') ?? 0) > maxPhotoBytes) return { refusal: refusals.tooLarge };
  return null;
}

const lengthUnknown: Refusal = {
  status: 409,
  code: 'UPLOAD_REQUEST_INVALID',
  message: 'This upload was announced without a length; send it with PUT.',
};
