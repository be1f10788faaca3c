import { capture, image, type Transaction } from '@gondola/db';
import { eq, sql } from 'drizzle-orm';
import { Fault } from '../fault.ts';
import { noteBytes } from '../intake/note-bytes.ts';
import type { StoredObject } from '../objects/object-store.ts';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { askForRecapture } from '../recapture/ask-for-recapture.ts';
import { closeSettledRecapture } from '../recapture/close-recapture.ts';
import { findSuperseding } from '../recapture/find-superseding.ts';
import { fulfilRecapture } from '../recapture/fulfil-recapture.ts';
import { requestRecapture } from '../recapture/request-recapture.ts';
import type { CaptureColumns } from '../stage.ts';
import type { JudgedPhoto, PreparedPhoto } from '../stages/prepared-photo.ts';
import { bytesAreBack } from './insert-image.ts';

/** Registers the photo and its derivatives; requests for a recapture that it settles, its own or an earlier one's, are closed. */
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
  // Before the images: whoever else takes both kinds of locks takes the captures' first.
  if (isGood && judged.supersedesId !== null)
    await fulfilRecapture(tx, queue, { earlierId: judged.supersedesId, byId: captureId });
  return saveJudged(tx, captureId, judged);
}

/** Keeps a substandard photo, so that people can see it, and asks the store for a new one. */
export async function holdForBetterPhoto(
  tx: Transaction,
  captureId: string,
  judged: JudgedPhoto,
): Promise<CaptureColumns> {
  // It came between the look and this move: the look is taken again at once, not in minutes.
  if ((await findSuperseding(tx, captureId)) !== null)
    throw new Fault('SUPERSEDED_MEANWHILE', 'a better capture came during the look', { retry: true });
  await askForRecapture(tx, captureId, { reasons: reasonsOf(judged), reopens: false });
  return {
    ...(await saveJudged(tx, captureId, judged)),
    qualityRetries: sql`${capture.qualityRetries} + 1` as unknown as number,
  };
}

/** Keeps a photo that was set aside for its quality; the store is still asked for a new one. */
export async function keepRejectedPhoto(
  tx: Transaction,
  captureId: string,
  judged: JudgedPhoto,
): Promise<CaptureColumns> {
  await requestRecapture(tx, captureId, { reasons: reasonsOf(judged), reopens: false });
  return saveJudged(tx, captureId, judged);
}

const reasonsOf = ({ flaws, hints }: JudgedPhoto) => [...flaws, ...hints];

/** Other bytes than before were the wish; without them, the wish was dropped: the rule was, or what was wrong was mended. */
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
  if (judged.fresh) await noteBytes(tx, captureId, judged.fresh.original.sha256);
  return {
    ...(judged.fresh ? await savePhoto(tx, judged.fresh) : {}),
    qualityFlaws: judged.flaws,
    qualityHints: judged.hints,
    qualityRuleId: judged.qualityRuleId,
  };
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
  await tx.insert(image).values(distinct).onConflictDoUpdate(bytesAreBack);
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
