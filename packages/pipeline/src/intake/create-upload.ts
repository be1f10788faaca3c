import { type Database, upload } from '@gondola/db';
import { sql } from 'drizzle-orm';
import { maxPhotoBytes, uploadLifetimeHours } from './photo-limits.ts';
import { photoMimeTypes } from './photo-mime-types.ts';
import type { Problem } from './problem.ts';

interface UploadRequest {
  mimeType: string;
  byteLength: number;
  sha256: string | null;
}

/** Promises a device a place for one photo. The id goes into the payload as `upload_id`, before or after the bytes. */
export async function createUpload(
  db: Database,
  storeId: string,
  request: UploadRequest,
): Promise<{ uploadId: string; expiresAt: Date } | { problems: Problem[] }> {
  const problems = findProblems(request);
  if (problems.length > 0) return { problems };
  const [row] = await db
    .insert(upload)
    .values({
      storeId,
      mimeType: request.mimeType,
      expectedByteLength: request.byteLength,
      expectedSha256: request.sha256?.toLowerCase() ?? null,
      expiresAt: sql`now() + make_interval(hours => ${uploadLifetimeHours})`,
    })
    .returning({ uploadId: upload.id, expiresAt: upload.expiresAt });
  if (!row) throw new Error('the upload was not written');
  return row;
}

function findProblems(request: UploadRequest): Problem[] {
  const problems: Problem[] = [];
  if (!(photoMimeTypes as readonly string[]).includes(request.mimeType))
    problems.push({
      path: '$.mimeType',
      code: 'MIME_TYPE_REFUSED',
      message: `Photos are ${photoMimeTypes.join(', ')}.`,
    });
  if (!Number.isInteger(request.byteLength) || request.byteLength < 0)
    problems.push({
      path: '$.byteLength',
      code: 'FIELD_INVALID',
      message: 'A length is a whole number of bytes.',
    });
  if (request.byteLength > maxPhotoBytes)
    problems.push({
      path: '$.byteLength',
      code: 'PHOTO_TOO_LARGE',
      message: `A photo has at most ${maxPhotoBytes} bytes.`,
    });
  if (request.sha256 !== null && !/^[0-9a-f]{64}$/i.test(request.sha256))
    problems.push({
      path: '$.sha256',
      code: 'FIELD_INVALID',
      message: 'A SHA-256 has 64 hex digits.',
    });
  return problems;
}
