import type { IncomingHttpHeaders } from 'node:http';
import { may } from '../auth/access-policy.ts';
import type { Viewer } from '../auth/viewer.ts';
import { uuidOf } from '../ids/node-id.ts';
import { type Refusal, refusals } from './upload-refusal.ts';
import { readUpload, type Upload } from './upload-rows.ts';
import type { UploadTools } from './upload-tools.ts';

/**
 * The upload that a request is about, if whoever asks may touch it: with a device key of the upload's store, or with
 * the upload's token, which may have been handed to something that has no key. Whoever shows both needs both to fit.
 */
export async function recogniseUpload(
  { db, uploads }: Pick<UploadTools, 'db' | 'uploads'>,
  request: { headers: IncomingHttpHeaders },
  viewer: Viewer,
  given: { id: string; token: string | null },
): Promise<Upload | { refusal: Refusal }> {
  const byKey = may(viewer, 'uploadPut');
  // A revoked or mistyped key is not made good by a token.
  const badKey = request.headers.authorization !== undefined && viewer.kind === 'NOBODY';
  if (badKey || (viewer.kind === 'NOBODY' && given.token === null)) return { refusal: refusals.notAllowed };
  if (viewer.kind === 'PERSON' && given.token === null)
    return { refusal: { status: 403, code: 'FORBIDDEN', message: 'Photos come from devices.' } };

  const id = uuidOf('Upload', given.id);
  const row = id === null ? null : await readUpload(db, id);
  if (byKey && viewer.kind === 'DEVICE' && row?.storeId !== viewer.storeId)
    return { refusal: refusals.unknown };
  // Without a key, an upload that is not there and a token that does not fit are answered alike.
  if (row === null) return { refusal: byKey ? refusals.unknown : refusals.notAllowed };
  if (given.token !== null && !uploads.tokens.isTokenOf(given.token, row))
    return { refusal: refusals.notAllowed };
  return row;
}

/** What is read of a request besides its path. */
export interface UploadRequest {
  headers: IncomingHttpHeaders;
  query: Record<string, unknown>;
}

/** The token in the `Upload-Token` header or, for clients that cannot send one, in the address; null without one. */
export function tokenIn({ headers, query }: UploadRequest): string | null {
  const token = headers['upload-token'] ?? query.token;
  return typeof token === 'string' ? token : null;
}

/** Why an upload takes no more bytes, or null when it does. */
export function endOf(row: Upload): Refusal | null {
  if (row.state === 'DISCARDED') return refusals.discarded;
  return row.state === 'EXPIRED' ? refusals.expired : null;
}
