import { capture, image, type Transaction } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';
import { Fault } from '../../fault.ts';
import { onPhotoStored } from '../../intake/conflicts/on-photo-stored.ts';
import type { StoredObject } from '../../objects/object-store.ts';
import { clearExpiry } from '../../objects/register-image.ts';
import type { CaptureQueue } from '../../queue/capture-queue.ts';
import { closeSettledRecapture } from '../../recaptures/close-recapture.ts';
import { findSuperseding } from '../../recaptures/find-superseding.ts';
import { fulfilRecapture } from '../../recaptures/fulfil-recapture.ts';
import { requestRecapture } from '../../recaptures/request-recapture.ts';
import { upsertRecaptureRequest } from '../../recaptures/upsert-recapture-request.ts';
import type { CaptureColumns } from '../../stage.ts';
import type { JudgedPhoto, PreparedPhoto } from './prepared-photo.ts';

/**
 * Registers the photo and its derivatives, and closes the recapture requests that it settles: of the capture itself or
 * of an earlier one.
 */
export async function savePreprocess(
  tx: Transaction,
  captureId: string,
  judged: JudgedPhoto,
  queue: CaptureQueue,
): Promise<CaptureColumns> {
  const isGood = judged.flaws.length === 0;
  await closeSettledRecapture(
    tx,
    captureId,
    isGood ? await goodEnding(tx, captureId, judged) : 'SCORED_AS_IT_IS',
  );
  // Captures are locked before images: all transactions that lock both use this order.
  if (isGood && judged.supersedesId !== null)
    await fulfilRecapture(tx, queue, { earlierId: judged.supersedesId, byId: captureId });
  return saveJudged(tx, captureId, judged);
}

/** Saves a substandard photo, so that people can see it, and opens a recapture request. */
export async function holdForBetterPhoto(
  tx: Transaction,
  captureId: string,
  judged: JudgedPhoto,
): Promise<CaptureColumns> {
  // A better capture arrived while this photo was examined: retry at once instead of in minutes.
  if ((await findSuperseding(tx, captureId)) !== null)
    throw new Fault('SUPERSEDED_MEANWHILE', 'a better capture arrived while the photo was examined', {
      retry: true,
    });
  await upsertRecaptureRequest(tx, captureId, { reasons: reasonsOf(judged), reopens: false });
  return {
    ...(await saveJudged(tx, captureId, judged)),
    qualityRetries: sql`${capture.qualityRetries} + 1` as unknown as number,
  };
}

/** Saves a photo that was rejected for its quality, and opens a recapture request. */
export async function saveRejectedPhoto(
  tx: Transaction,
  captureId: string,
  judged: JudgedPhoto,
): Promise<CaptureColumns> {
  await requestRecapture(tx, captureId, { reasons: reasonsOf(judged), reopens: false });
  return saveJudged(tx, captureId, judged);
}

const reasonsOf = ({ flaws, hints }: JudgedPhoto) => [...flaws, ...hints];

/**
 * Returns BETTER_BYTES when the photo has changed. Returns WITHDRAWN when the known photo passes now, because its rule
 * or its data changed.
 */
async function goodEnding(
  tx: Transaction,
  captureId: string,
  { fresh }: JudgedPhoto,
): Promise<'BETTER_BYTES' | 'WITHDRAWN'> {
  const [before] = await tx.select({ sha256: capture.sha256 }).from(capture).where(eq(capture.id, captureId));
  const hadOthers = before?.sha256 && fresh && before.sha256 !== fresh.original.sha256;
  return hadOthers ? 'BETTER_BYTES' : 'WITHDRAWN';
}

async function saveJudged(tx: Transaction, captureId: string, judged: JudgedPhoto): Promise<CaptureColumns> {
  if (judged.fresh) await onPhotoStored(tx, captureId, judged.fresh.original.sha256);
  return {
    ...(judged.fresh ? await savePhoto(tx, judged.fresh) : {}),
    qualityFlaws: judged.flaws,
    qualityHints: judged.hints,
    metadataFlaws: judged.metadataFlaws,
    qualityRuleId: judged.qualityRuleId,
  };
}

async function savePhoto(tx: Transaction, photo: PreparedPhoto): Promise<CaptureColumns> {
  const { original, display, thumbnail, mimeType, widthPx, heightPx } = photo;
  const size = { widthPx, heightPx };
  // Sorted, so that two captures of the same bytes take the locks of these rows in the same order.
  const rows = [
    { ...toRow(original, mimeType), ...size },
    toRow(display, 'image/jpeg'),
    toRow(thumbnail, 'image/jpeg'),
  ].sort((a, b) => a.sha256.localeCompare(b.sha256));
  const distinct = [...new Map(rows.map((row) => [row.sha256, row])).values()];
  await tx.insert(image).values(distinct).onConflictDoUpdate(clearExpiry);
  await tx.update(image).set(size).where(eq(image.sha256, original.sha256));
  return {
    sha256: original.sha256,
    byteLength: original.byteLength,
    displaySha256: display.sha256,
    thumbnailSha256: thumbnail.sha256,
    shortSidePx: Math.min(widthPx, heightPx),
    sharpness: photo.sharpness,
    meanGrey: photo.meanGrey,
    darkShare: photo.darkShare,
    glareShare: photo.glareShare,
  };
}

const toRow = ({ sha256, byteLength }: StoredObject, mimeType: string) => ({ sha256, byteLength, mimeType });
