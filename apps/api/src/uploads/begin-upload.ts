import { createUpload } from '@gondola/pipeline/intake';
import { Metadata } from '@tus/server';
import { may } from '../auth/access-policy.ts';
import type { Viewer } from '../auth/viewer.ts';
import { endOf, recogniseUpload, tokenIn, type UploadRequest } from './recognise-upload.ts';
import { type Refusal, refusals } from './upload-refusal.ts';
import { readUpload, saveUploadMetadata, type Upload } from './upload-rows.ts';
import type { UploadTools } from './upload-tools.ts';

/** Until one of the transfers under way may have come to its end. */
const quotaRetryAfterSeconds = 60;

/**
 * The upload of a `POST /uploads`: the one of its token (header, address or metadata `token`), which
 * `captureUploadCreate` promised; or with a device key a new one of `Upload-Length` bytes, whose metadata may say
 * `filetype` (image/jpeg when absent) and `sha256`. The row is written here; the tus server then answers its address.
 */
export async function beginUpload(
  tools: Pick<UploadTools, 'db' | 'uploads'>,
  request: UploadRequest,
  viewer: Viewer,
): Promise<Upload | { refusal: Refusal }> {
  const header = textIn(request, 'upload-metadata');
  const metadata = metadataIn(header);
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
    if (row.expectedByteLength !== byteLength) return { refusal: otherLength(row.expectedByteLength) };
    const kept = withoutToken(header);
    if (kept !== row.metadata) await saveUploadMetadata(tools.db, row.id, kept);
    return row;
  }
  if (!may(viewer, 'captureUploadCreate') || viewer.kind !== 'DEVICE')
    return { refusal: refusals.notAllowed };
  if (byteLength === 0) return { refusal: refusals.empty };

  const created = await createUpload(
    tools.db,
    viewer.storeId,
    {
      mimeType: metadata.filetype ?? 'image/jpeg',
      byteLength,
      sha256: metadata.sha256 ?? null,
      metadata: withoutToken(header),
    },
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

/** Far more than clients say of a photo: a name, a type, a hash, a date. */
const maxMetadataLength = 4096;

/** Null when it is malformed. Values are text here; a name without one is as good as absent. */
function metadataIn(header: string | undefined): Record<string, string | null> | null {
  // Clients without metadata may send the header empty.
  if (header === undefined || header === '') return {};
  if (header.length > maxMetadataLength) return null;
  try {
    return Metadata.parse(header);
  } catch {
    return null;
  }
}

/** The metadata as the client sent it, which HEAD has to repeat; a secret is not stored for that. */
function withoutToken(header: string | undefined): string | null {
  const pairs = (header ?? '').split(',').filter((pair) => pair.split(' ')[0] !== 'token');
  return pairs.join(',') || null;
}

const otherLength = (announced: number | null): Refusal => ({
  status: announced === null ? 409 : 422,
  code: 'FIELD_INVALID',
  message: `The upload was announced with ${announced ?? 'no'} bytes; Upload-Length says otherwise.`,
});
