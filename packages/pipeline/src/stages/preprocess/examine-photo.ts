import type { DeadLetterReason, MessageParams } from '@gondola/db';
import { Fault } from '../../fault.ts';
import type { PhotoReading } from '../../images/photo-reading.ts';
import type { ObjectStore, StoredObject } from '../../objects/object-store.ts';
import type { KnownPhoto, PreparedPhoto } from './prepared-photo.ts';
import { isUnusablePhoto, type UnusablePhoto } from './unusable-photo.ts';

export interface ExamineTools {
  objects: ObjectStore;
  /** Decodes and measures in an isolated process, so that a hostile photo does no harm. */
  readPhoto(bytes: Uint8Array): Promise<PhotoReading | UnusablePhoto>;
  fetchPhoto(url: string, signal: AbortSignal): Promise<Uint8Array | UnusablePhoto>;
}

export interface PhotoSource {
  /** The location of the photo. */
  source: { kind: 'stored'; sha256: string } | { kind: 'url'; url: string };
  declaredSha256: string | null;
  declaredMimeType: string | null;
  /** The photo of an earlier attempt; null at the first. */
  known: KnownPhoto | null;
}

export type ExaminedPhoto =
  | { kind: 'fresh'; photo: PreparedPhoto }
  /** `problem`: the problem of the new bytes or of their transfer; null without one. */
  | { kind: 'known'; photo: KnownPhoto; problem: DeadLetterReason | null };

/**
 * Turns bytes into a measured photo: acquires, verifies, decodes, measures. An attempt that finds the same bytes, or
 * unusable ones, returns the known photo when there is one.
 */
export async function examinePhoto(
  request: PhotoSource,
  tools: ExamineTools,
  signal: AbortSignal,
): Promise<ExaminedPhoto | UnusablePhoto> {
  const { known } = request;
  if (known !== null && !mayHaveChanged(request)) return { kind: 'known', photo: known, problem: null };
  const bytes = await acquire(request.source, tools, signal);
  const photo = isUnusablePhoto(bytes) ? bytes : await read(bytes, request, tools);
  if (photo === 'same' && known !== null) return { kind: 'known', photo: known, problem: null };
  if (photo === 'same') throw new Error('invariant: the photo equals a known one, and none is known');
  if (!isUnusablePhoto(photo)) return { kind: 'fresh', photo };
  return known === null ? photo : { kind: 'known', photo: known, problem: photo.refused };
}

/**
 * Returns true when the bytes may differ from an earlier attempt. Bytes of an upload, and bytes with a declared hash,
 * never change.
 */
const mayHaveChanged = ({ source, declaredSha256 }: PhotoSource): boolean =>
  source.kind === 'url' && declaredSha256 === null;

interface Acquired {
  stored: StoredObject;
  bytes: Uint8Array;
}

async function acquire(
  source: PhotoSource['source'],
  { objects, fetchPhoto }: ExamineTools,
  signal: AbortSignal,
): Promise<Acquired | UnusablePhoto> {
  if (source.kind === 'url') {
    const bytes = await fetchPhoto(source.url, signal);
    return isUnusablePhoto(bytes) ? bytes : { stored: await objects.put(bytes), bytes };
  }
  const { sha256 } = source;
  const bytes = await objects.get(sha256);
  if (bytes === null)
    throw new Fault('OBJECT_MISSING', `object ${sha256} is missing from the object store`, { retry: true });
  return { stored: { sha256, byteLength: bytes.byteLength }, bytes };
}

async function read(
  { stored, bytes }: Acquired,
  { declaredSha256, declaredMimeType, known }: PhotoSource,
  { objects, readPhoto }: ExamineTools,
): Promise<PreparedPhoto | UnusablePhoto | 'same'> {
  if (declaredSha256 !== null && declaredSha256 !== stored.sha256) return refuse('HASH_MISMATCH', {});
  if (stored.sha256 === known?.sha256) return 'same';
  const reading = await readPhoto(bytes);
  if (isUnusablePhoto(reading)) return reading;
  const mimeType = `image/${reading.format}`;
  if (declaredMimeType !== null && declaredMimeType !== mimeType)
    return refuse('MIME_MISMATCH', { declared: declaredMimeType, actual: mimeType });
  const { widthPx, heightPx, sharpness, meanGrey, darkShare, glareShare, display, thumbnail } = reading;
  return {
    original: stored,
    mimeType,
    widthPx,
    heightPx,
    sharpness,
    meanGrey,
    darkShare,
    glareShare,
    display: await objects.put(display.bytes),
    thumbnail: await objects.put(thumbnail.bytes),
  };
}

const refuse = (refused: DeadLetterReason, params: MessageParams): UnusablePhoto => ({
  refused,
  message: refused,
  params,
  retry: false,
});
