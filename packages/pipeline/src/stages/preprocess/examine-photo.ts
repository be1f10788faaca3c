import type { DeadLetterReason } from '@gondola/db';
import { Fault } from '../fault.ts';
import type { PhotoReading } from '../images/read-photo.ts';
import type { ObjectStore, StoredObject } from '../objects/object-store.ts';
import { isNoPhoto, type NoPhoto } from './no-photo.ts';
import type { KnownPhoto, PreparedPhoto } from './prepared-photo.ts';

export interface LookTools {
  objects: ObjectStore;
  /** Decodes and measures, where a hostile photo can do no harm. */
  readPhoto(bytes: Uint8Array): Promise<PhotoReading | NoPhoto>;
  fetchPhoto(url: string, signal: AbortSignal): Promise<Uint8Array | NoPhoto>;
}

export interface PhotoSource {
  /** Where the photo is to be had. */
  source: { kind: 'stored'; sha256: string } | { kind: 'url'; url: string };
  declaredSha256: string | null;
  declaredMimeType: string | null;
  /** The photo of an earlier look; null at the first. */
  known: KnownPhoto | null;
}

export type Look =
  | { kind: 'fresh'; photo: PreparedPhoto }
  /** `problem`: what was wrong with the new bytes, or with the way to them. */
  | { kind: 'known'; photo: KnownPhoto; problem: DeadLetterReason | null };

/**
 * Bytes to a measured photo: acquire, verify, decode, measure. With a photo in hand, a look for better bytes that
 * finds the same ones, or none that can be used, ends with the photo in hand.
 */
export async function lookAtPhoto(
  asked: PhotoSource,
  tools: LookTools,
  signal: AbortSignal,
): Promise<Look | NoPhoto> {
  const { known } = asked;
  if (known !== null && !mayHaveChanged(asked)) return { kind: 'known', photo: known, problem: null };
  const bytes = await acquire(asked.source, tools, signal);
  const photo = isNoPhoto(bytes) ? bytes : await read(bytes, asked, tools);
  if (photo === 'same' && known !== null) return { kind: 'known', photo: known, problem: null };
  if (photo === 'same') throw new Error('bytes are the same as none');
  if (!isNoPhoto(photo)) return { kind: 'fresh', photo };
  return known === null ? photo : { kind: 'known', photo: known, problem: photo.refused };
}

/** The bytes of an upload, and those that a payload names by their hash, are what they are for ever. */
const mayHaveChanged = ({ source, declaredSha256 }: PhotoSource): boolean =>
  source.kind === 'url' && declaredSha256 === null;

interface Acquired {
  stored: StoredObject;
  bytes: Uint8Array;
}

async function acquire(
  source: PhotoSource['source'],
  { objects, fetchPhoto }: LookTools,
  signal: AbortSignal,
): Promise<Acquired | NoPhoto> {
  if (source.kind === 'url') {
    const bytes = await fetchPhoto(source.url, signal);
    return isNoPhoto(bytes) ? bytes : { stored: await objects.put(bytes), bytes };
  }
  const { sha256 } = source;
  const bytes = await objects.get(sha256);
  if (bytes === null)
    throw new Fault('OBJECT_MISSING', `object ${sha256} is not in the store`, { retry: true });
  return { stored: { sha256, byteLength: bytes.byteLength }, bytes };
}

async function read(
  { stored, bytes }: Acquired,
  { declaredSha256, declaredMimeType, known }: PhotoSource,
  { objects, readPhoto }: LookTools,
): Promise<PreparedPhoto | NoPhoto | 'same'> {
  if (declaredSha256 !== null && declaredSha256 !== stored.sha256)
    return refuse(
      'HASH_MISMATCH',
      'The photo is not the one that the payload declares: its SHA-256 differs.',
    );
  if (stored.sha256 === known?.sha256) return 'same';
  const reading = await readPhoto(bytes);
  if (isNoPhoto(reading)) return reading;
  const mimeType = `image/${reading.format}`;
  if (declaredMimeType !== null && declaredMimeType !== mimeType)
    return refuse('MIME_MISMATCH', `The payload declares ${declaredMimeType}, the photo is ${mimeType}.`);
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

const refuse = (refused: DeadLetterReason, message: string): NoPhoto => ({ refused, message, retry: false });
