import { createUpload } from '@gondola/pipeline/intake';
import { Metadata } from '@tus/server';
import { may } from '../auth/access-policy.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { ApiTools } from '../context.ts';
import { readUpload, type Upload } from './read-upload.ts';
import { endOf, recogniseUpload, tokenIn, type UploadRequest } from './recognise-upload.ts';
import { type Refusal, refusals } from './upload-refusal.ts';

/** Until one of the transfers under way may have come to its end. */
const quotaRetryAfterSeconds = 60;

/**
 * The upload of a `POST /uploads`: the one of its token (header, address or metadata `token`), which
 * `captureUploadCreate` promised; or with a device key a new one of `Upload-Length` bytes, whose metadata may say
 * `filetype` (image/jpeg when absent) and `sha256`. The row is written here; the tus server then answers its address.
 */
export async function beginUpload(
  tools: Pick<ApiTools, 'db' | 'uploads'>,
  request: UploadRequest,
  viewer: Viewer,
): Promise<Upload | { refusal: Refusal }> {
  const metadata = metadataIn(textIn(request, 'upload-metadata'));
  const length = textIn(request, 'upload-length') ?? '';
  const token = tokenIn(request) ?? metadata?.token ?? null;
  if (metadata === null || !/^\d{1,15}$/.test(length))
    return {
      refusal: {
        status: 400,
        code: 'FIELD_INVALID',
        message: 'Upload-Length or Upload-Metadata is malformed.',
      },
    };
  const byteLength = Number(length);
  if (token !== null) {
    const id = tools.uploads.tokens.uploadIdIn(token) ?? '';
    const row = await recogniseUpload(tools, request, viewer, { id, token });
    if ('refusal' in row) return row;
    const end = endOf(row);
    if (end) return { refusal: end };
    return row.expectedByteLength === byteLength ? row : { refusal: otherLength(row.expectedByteLength) };
  }
  if (!may(viewer, 'captureUploadCreate') || viewer.kind !== 'DEVICE')
    return { refusal: refusals.notAllowed };

  const created = await createUpload(
    tools.db,
    viewer.storeId,
    { mimeType: metadata.filetype ?? 'image/jpeg', byteLength, sha256: metadata.sha256 ?? null },
    tools.uploads.unfinishedBytesPerStore,
  );
  if ('uploadId' in created)
    return (await readUpload(tools.db, created.uploadId)) ?? { refusal: refusals.unknown };
  const [problem] = created.problems;
  if (!problem) throw new Error('an upload was refused without a reason');
  const { code, message } = problem;
  if (code === 'UPLOADS_UNFINISHED')
    return { refusal: { status: 429, code, message, retryAfterSeconds: quotaRetryAfterSeconds } };
  return { refusal: { status: code === 'PHOTO_TOO_LARGE' ? 413 : 422, code, message } };
}

/** A header that comes once. */
function textIn({ headers }: UploadRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** Null when it is malformed. Values are text here; a name without one is as good as absent. */
function metadataIn(header: string | undefined): Record<string, string | null> | null {
  if (header === undefined) return {};
  try {
    return Metadata.parse(header);
  } catch {
    return null;
  }
}

const otherLength = (announced: number | null): Refusal => ({
  status: announced === null ? 409 : 422,
  code: 'FIELD_INVALID',
  message: `The upload was announced with ${announced ?? 'no'} bytes; Upload-Length says otherwise.`,
});
