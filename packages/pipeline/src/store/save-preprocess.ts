import { capture, image, recaptureRequest, type Transaction } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { StoredObject } from '../objects/object-store.ts';
import type { CaptureColumns } from '../stage.ts';
import type { PreparedPhoto } from '../stages/preprocess.ts';

/** Registers the photo and its derivatives; a request for a recapture that is no longer waited for is closed. */
export async function savePreprocess(
  tx: Transaction,
  captureId: string,
  photo: PreparedPhoto,
): Promise<CaptureColumns> {
  const columns = await savePhoto(tx, photo);
  await tx
    .update(recaptureRequest)
    .set({ closedAt: sql`now()`, ending: photo.flaws.length === 0 ? 'BETTER_BYTES' : 'SCORED_AS_IT_IS' })
    .where(and(eq(recaptureRequest.captureId, captureId), isNull(recaptureRequest.closedAt)));
  return columns;
}

/** Keeps a substandard photo, so that people can see it, and asks the store for a new one. */
export async function holdForBetterPhoto(
  tx: Transaction,
  captureId: string,
  photo: PreparedPhoto,
): Promise<CaptureColumns> {
  const [row] = await tx
    .select({ storeId: capture.storeId, bayId: capture.bayId, qualityRetries: capture.qualityRetries })
    .from(capture)
    .where(eq(capture.id, captureId));
  if (!row) throw new Error(`no capture ${captureId}`);
  await tx
    .insert(recaptureRequest)
    .values({ captureId, storeId: row.storeId, bayId: row.bayId, reasons: photo.flaws })
    .onConflictDoUpdate({ target: recaptureRequest.captureId, set: { reasons: photo.flaws } });
  return { ...(await savePhoto(tx, photo)), qualityRetries: row.qualityRetries + 1 };
}

async function savePhoto(tx: Transaction, photo: PreparedPhoto): Promise<CaptureColumns> {
  const { original, display, thumbnail, mimeType, widthPx, heightPx } = photo;
  const size = { widthPx, heightPx };
  // Sorted: two captures of the same bytes must take these rows' locks in the same order.
  const rows = [
    { ...toRow(original, mimeType), ...size },
    toRow(display, 'image/jpeg'),
    toRow(thumbnail, 'image/jpeg'),
  ].sort((a, b) => a.sha256.localeCompare(b.sha256));
  const distinct = [...new Map(rows.map((row) => [row.sha256, row])).values()];
  await tx.insert(image).values(distinct).onConflictDoNothing();
  await tx.update(image).set(size).where(eq(image.sha256, original.sha256));
  return {
    sha256: original.sha256,
    byteLength: original.byteLength,
    displaySha256: display.sha256,
    thumbnailSha256: thumbnail.sha256,
    shortSidePx: photo.shortSidePx,
    sharpness: photo.sharpness,
    qualityFlaws: photo.flaws,
  };
}

const toRow = ({ sha256, byteLength }: StoredObject, mimeType: string) => ({ sha256, byteLength, mimeType });
