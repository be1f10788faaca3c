import { capture, type Database, upload } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';
import type { PreprocessInput } from '../stages/preprocess.ts';

/** What preprocessing needs of a capture; null while its upload is still on the way. */
export async function loadPreprocess(db: Database, captureId: string): Promise<PreprocessInput | null> {
  const [row] = await db
    .select({
      payload: capture.payload,
      imageUrl: capture.imageUrl,
      declaredSha256: capture.declaredSha256,
      qualityRetries: capture.qualityRetries,
      transientFaults: capture.transientFaults,
      uploadedSha256: upload.sha256,
      uploadMimeType: upload.mimeType,
      isExpired: sql<boolean | null>`${upload.expiresAt} <= now()`,
      isSuperseded: sql<boolean>`exists (
        select from capture later where later.supersedes_id = ${capture.id} and later.store_id = ${capture.storeId}
          and later.state in ('PREPROCESSED', 'VERSION_DRIFT', 'TIER_1_INFERENCE', 'TIER_2_INFERENCE', 'TIER_3_INFERENCE', 'SCORED'))`,
    })
    .from(capture)
    .leftJoin(upload, eq(upload.id, capture.uploadId))
    .where(eq(capture.id, captureId));
  if (!row) return null;
  const source = sourceOf(row);
  if (source === null) return null;
  const { declaredSha256, qualityRetries, transientFaults, isSuperseded } = row;
  const declared = (row.payload as { mime_type?: string }).mime_type;
  return {
    source,
    declaredSha256,
    declaredMimeType: declared ?? row.uploadMimeType,
    qualityRetries,
    transientFaults,
    isSuperseded,
  };
}

function sourceOf(row: {
  imageUrl: string | null;
  uploadedSha256: string | null;
  isExpired: boolean | null;
}): PreprocessInput['source'] | null {
  if (row.uploadedSha256 !== null) return { kind: 'stored', sha256: row.uploadedSha256 };
  if (row.imageUrl !== null) return { kind: 'url', url: row.imageUrl };
  return row.isExpired === true ? { kind: 'expiredUpload' } : null;
}
