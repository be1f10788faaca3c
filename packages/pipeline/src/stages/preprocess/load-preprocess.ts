import { capture, type Database, deviceKey, image, upload } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { readDeclared } from '../../intake/payload-declared.ts';
import { readQualityRule } from '../../quality-rules/read-quality-rule.ts';
import { supersedingId } from '../../recaptures/find-superseding.ts';
import type { KnownPhoto } from './prepared-photo.ts';
import type { PreprocessInput, SupersedesClaim } from './preprocess.ts';

/**
 * The capture that this one supersedes, joined within the store, so that no device learns which ids exist in other
 * stores.
 */
const replaced = alias(capture, 'replaced');

/** Reads the input of preprocessing; null while the upload is still in transfer. */
export async function loadPreprocess(db: Database, captureId: string): Promise<PreprocessInput | null> {
  const row = await readRow(db, captureId);
  if (!row) return null;
  const source = sourceOf(row);
  if (source === null) return null;
  const { declaredSha256, declaredWidthPx, declaredHeightPx, qualityRetries, transientFaults } = row.capture;
  const declared = readDeclared(row.capture.payload);
  // The model that an administrator set on the key takes precedence over the declaration of the device.
  const deviceModel = row.keyModel ?? declared.deviceModel;
  return {
    source,
    declaredSha256,
    declaredMimeType: declared.mimeType ?? row.uploadMimeType,
    declaredSize:
      declaredWidthPx === null || declaredHeightPx === null
        ? null
        : { widthPx: declaredWidthPx, heightPx: declaredHeightPx },
    known: knownPhoto(row),
    qualityRetries,
    transientFaults,
    rule: await readQualityRule(db, { storeId: row.capture.storeId, deviceModel }),
    supersededById: row.supersededById,
    supersedes: claimOf(row),
  };
}

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

async function readRow(db: Database, captureId: string) {
  const [row] = await db
    .select({
      capture,
      widthPx: image.widthPx,
      heightPx: image.heightPx,
      keyModel: deviceKey.model,
      uploadedSha256: upload.sha256,
      uploadMimeType: upload.mimeType,
      isExpired: sql<boolean | null>`${upload.expiresAt} <= now()`,
      supersededById: supersedingId,
      replacedBayId: replaced.bayId,
    })
    .from(capture)
    .leftJoin(deviceKey, eq(deviceKey.id, capture.deviceKeyId))
    .leftJoin(image, eq(image.sha256, capture.sha256))
    .leftJoin(upload, eq(upload.id, capture.uploadId))
    .leftJoin(
      replaced,
      sql`${replaced.id} = ${capture.supersedesId} and ${replaced.storeId} = ${capture.storeId}`,
    )
    .where(eq(capture.id, captureId));
  return row;
}

function sourceOf({
  capture: { imageUrl },
  uploadedSha256,
  isExpired,
}: Row): PreprocessInput['source'] | null {
  if (uploadedSha256 !== null) return { kind: 'stored', sha256: uploadedSha256 };
  if (imageUrl !== null) return { kind: 'url', url: imageUrl };
  return isExpired === true ? { kind: 'expiredUpload' } : null;
}

/** Returns the measures of an earlier attempt, when they are complete. */
function knownPhoto({ capture: row, widthPx, heightPx, uploadedSha256 }: Row): KnownPhoto | null {
  const { sha256, sharpness, meanGrey, darkShare, glareShare } = row;
  if (sha256 === null || (uploadedSha256 !== null && uploadedSha256 !== sha256)) return null;
  if (widthPx === null || heightPx === null || sharpness === null) return null;
  if (meanGrey === null || darkShare === null || glareShare === null) return null;
  return { sha256, widthPx, heightPx, sharpness, meanGrey, darkShare, glareShare };
}

function claimOf({ capture: row, replacedBayId }: Row): SupersedesClaim | null {
  const { id, bayId, supersedesId } = row;
  if (supersedesId === null) return null;
  if (supersedesId === id) return { id: supersedesId, problem: 'ITSELF' };
  if (replacedBayId === null) return { id: supersedesId, problem: 'UNKNOWN' };
  return { id: supersedesId, problem: replacedBayId === bayId ? null : 'OTHER_BAY' };
}
