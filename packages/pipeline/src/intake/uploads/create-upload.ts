import { type Database, store, type Transaction, upload } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import {
  maxPhotoBytes,
  minUploadBytes,
  unfinishedBytesPerStore,
  uploadLifetimeHours,
} from '../photo-limits.ts';
import { canonicalMimeType, explainMimeTypes, photoMimeTypes } from '../photo-mime-types.ts';
import type { Problem } from '../problem.ts';

export interface UploadRequest {
  mimeType: string;
  byteLength: number;
  /** 64 hex digits in either case; null when the device does not know the hash. */
  sha256: string | null;
  /** `Upload-Metadata` of tus, to be repeated to the client. */
  metadata?: string | null;
}

/**
 * The reason why no upload was created. `UPLOADS_UNFINISHED` is temporary: the store has too many unfinished uploads.
 */
export type UploadProblem = Omit<Problem, 'code'> & { code: Problem['code'] | 'UPLOADS_UNFINISHED' };

/**
 * Creates an upload for one photo. The id goes into the payload as `upload_id`, before or after the bytes are sent. The
 * announced, unfinished bytes of a store stay below the limit, also under concurrent calls.
 */
export async function createUpload(
  db: Database,
  storeId: string,
  request: UploadRequest,
  limitBytes = unfinishedBytesPerStore,
): Promise<{ uploadId: string; expiresAt: Date } | { problems: UploadProblem[] }> {
  const problems = findProblems(request);
  if (problems.length > 0) return { problems };
  return db.transaction(async (tx) => {
    // The lock serialises creations per store; rows that only reference the store do not wait for it.
    await tx.select({ id: store.id }).from(store).where(eq(store.id, storeId)).for('no key update');
    const announced = (await unfinishedBytes(tx, storeId)) + Math.max(minUploadBytes, request.byteLength);
    if (announced > limitBytes) return { problems: [tooMuchUnfinished(limitBytes)] };
    const [row] = await tx
      .insert(upload)
      .values({
        storeId,
        mimeType: canonicalMimeType(request.mimeType),
        expectedByteLength: request.byteLength,
        expectedSha256: request.sha256?.toLowerCase() ?? null,
        metadata: request.metadata ?? null,
        expiresAt: sql`now() + make_interval(hours => ${uploadLifetimeHours})`,
      })
      .returning({ uploadId: upload.id, expiresAt: upload.expiresAt });
    if (!row) throw new Error('the upload was not written');
    return row;
  });
}

/**
 * Returns the unfinished bytes of a store. Expired uploads count until they are removed, because their bytes are still
 * on disk.
 */
async function unfinishedBytes(tx: Transaction, storeId: string): Promise<number> {
  const [row] = await tx
    .select({
      bytes: sql<string>`coalesce(sum(greatest(coalesce(${upload.expectedByteLength}, ${maxPhotoBytes}), ${minUploadBytes})), 0)`,
    })
    .from(upload)
    .where(and(eq(upload.storeId, storeId), isNull(upload.completedAt), isNull(upload.discardedAt)));
  return Number(row?.bytes ?? 0);
}

const tooMuchUnfinished = (limitBytes: number): UploadProblem => ({
  path: '$',
  code: 'UPLOADS_UNFINISHED',
  message: `This store has announced ${limitBytes} bytes that have not arrived yet; finish or delete uploads, or try again later.`,
});

function findProblems(request: UploadRequest): UploadProblem[] {
  const problems: UploadProblem[] = [];
  if (!(photoMimeTypes as readonly string[]).includes(canonicalMimeType(request.mimeType)))
    problems.push({
      path: '$.mimeType',
      code: 'MIME_TYPE_REFUSED',
      message: `The type of a photo ${explainMimeTypes(request.mimeType)}.`,
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
