import { maxPhotoBytes } from '@gondola/pipeline/intake';
import type { ApiHandler, ApiResponse } from '../http/api-handler.ts';
import { type Refusal, refusals } from './upload-refusal.ts';

type TusRequest = Parameters<ApiHandler<{ id?: string }>>[0];

export const tusVersion = '1.0.0';
const patchType = 'application/offset+octet-stream';

/**
 * Returns what the tus protocol, or this server, asks of a request and the request does not fulfil; null when it is
 * sound. Statuses are 4xx throughout: clients of tus try again on every 5xx.
 */
export function findRequestProblem(request: TusRequest, response: ApiResponse): Refusal | null {
  const { method } = request;
  const allowed =
    request.params.id === undefined ? ['OPTIONS', 'POST'] : ['OPTIONS', 'HEAD', 'PATCH', 'DELETE'];
  if (!allowed.includes(method)) {
    if (request.params.id !== undefined) allowed.push('PUT');
    response.set('Allow', allowed.join(', '));
    return invalid(405, `${method} is not possible here, but ${allowed.join(', ')}.`);
  }
  if (method === 'OPTIONS') return null;
  if (request.get('tus-resumable') !== tusVersion) {
    response.set('Tus-Version', tusVersion);
    return invalid(412, `Say which protocol this is: Tus-Resumable: ${tusVersion}.`);
  }
  if (method === 'POST') return problemOfPost(request);
  return method === 'PATCH' ? problemOfPatch(request) : null;
}

function problemOfPost(request: TusRequest): Refusal | null {
  if (request.get('upload-concat') !== undefined) return invalid(400, 'A photo comes in one upload.');
  if (request.get('upload-defer-length') !== undefined)
    return invalid(400, 'The length of a photo is known before it is sent: say it in Upload-Length.');
  return null;
}

function problemOfPatch(request: TusRequest): Refusal | null {
  if (!takePatchType(request)) return invalid(415, `The body of a PATCH is ${patchType}.`);
  if (request.get('upload-length') !== undefined)
    return invalid(400, 'The length of this upload is known: leave Upload-Length out.');
  if (!/^\d{1,15}$/.test(request.get('upload-offset') ?? ''))
    return invalid(400, 'Say in Upload-Offset where the bytes belong.');
  return Number(request.get('content-length') ?? 0) > maxPhotoBytes ? refusals.tooLarge : null;
}

/** Takes the media type with parameters too, such as the charset that some clients add. The tus server does not. */
function takePatchType({ headers, rawHeaders }: TusRequest): boolean {
  const [mediaType = ''] = (headers['content-type'] ?? '').split(';');
  if (mediaType.trim().toLowerCase() !== patchType) return false;
  const at = rawHeaders.findIndex((name, place) => place % 2 === 0 && name.toLowerCase() === 'content-type');
  rawHeaders[at + 1] = patchType;
  headers['content-type'] = patchType;
  return true;
}

const invalid = (status: number, message: string): Refusal => ({
  status,
  code: 'UPLOAD_REQUEST_INVALID',
  message,
});
