import type { DeadLetterReason, QualityFlaw } from '@gondola/db';
import { PhotoUnreachable } from '../acquire/photo-unreachable.ts';
import { Fault } from '../fault.ts';
import { PhotoRefused } from '../images/photo-refused.ts';
import { assessQuality } from '../images/quality-gate.ts';
import type { PhotoReading } from '../images/read-photo.ts';
import type { ObjectStore, StoredObject } from '../objects/object-store.ts';
import type { Outcome } from '../stage.ts';
import { type QualityPolicy, retryDelaySeconds } from './quality-policy.ts';

export interface PreprocessInput {
  /** Where the photo is to be had. */
  source: { kind: 'stored'; sha256: string } | { kind: 'url'; url: string } | { kind: 'expiredUpload' };
  declaredSha256: string | null;
  declaredMimeType: string | null;
  /** Looks already taken for better bytes. */
  qualityRetries: number;
  /** Times that fetching the photo failed so far. */
  transientFaults: number;
  /** A later capture replaces this one: no use in waiting for better bytes. */
  isSuperseded: boolean;
}

export interface PreparedPhoto {
  original: StoredObject;
  mimeType: string;
  widthPx: number;
  heightPx: number;
  display: StoredObject;
  thumbnail: StoredObject;
  sharpness: number;
  shortSidePx: number;
  flaws: QualityFlaw[];
}

export interface PreprocessTools {
  objects: ObjectStore;
  /** Decodes and measures, where a hostile photo can do no harm. Rejects with PhotoRefused. */
  readPhoto(bytes: Uint8Array): Promise<PhotoReading>;
  fetchPhoto(url: string, signal: AbortSignal): Promise<Uint8Array>;
  quality: QualityPolicy;
  /** 0..1, as Math.random. */
  random(): number;
}

/** After so many fruitless fetches the URL is taken to be dead: with the queue's backoff, about five minutes. */
const maxFetchFaults = 8;

type PreprocessOutcome = Outcome<
  'PREPROCESSED' | 'RETRY_SCHEDULED' | 'DEAD_LETTERED',
  PreparedPhoto,
  PreparedPhoto
>;

/** Bytes to a photo that can be judged: acquire, verify, decode, measure, and route by quality. */
export async function preprocess(
  input: PreprocessInput,
  tools: PreprocessTools,
  signal: AbortSignal,
): Promise<PreprocessOutcome> {
  if (input.source.kind === 'expiredUpload')
    return refuse('UPLOAD_EXPIRED', 'The photo never arrived: its upload expired.');
  try {
    const original = await acquire(input.source, tools, signal);
    if (input.declaredSha256 !== null && input.declaredSha256 !== original.stored.sha256)
      return refuse(
        'HASH_MISMATCH',
        'The photo is not the one that the payload declares: its SHA-256 differs.',
      );
    const reading = await tools.readPhoto(original.bytes);
    const mimeType = `image/${reading.format}`;
    if (input.declaredMimeType !== null && input.declaredMimeType !== mimeType)
      return refuse(
        'MIME_MISMATCH',
        `The payload declares ${input.declaredMimeType}, the photo is ${mimeType}.`,
      );
    return route(await prepare(original.stored, reading, tools), input, tools);
  } catch (error) {
    if (error instanceof PhotoRefused) return refuse(error.reason, error.message);
    if (error instanceof PhotoUnreachable && (!error.retry || input.transientFaults >= maxFetchFaults))
      return refuse('PHOTO_UNREACHABLE', error.message);
    if (error instanceof PhotoUnreachable)
      throw new Fault('PHOTO_UNREACHABLE', error.message, { retry: true, cause: error });
    throw error;
  }
}

async function acquire(
  source: Exclude<PreprocessInput['source'], { kind: 'expiredUpload' }>,
  { objects, fetchPhoto }: PreprocessTools,
  signal: AbortSignal,
): Promise<{ stored: StoredObject; bytes: Uint8Array }> {
  if (source.kind === 'url') {
    const bytes = await fetchPhoto(source.url, signal);
    return { stored: await objects.put(bytes), bytes };
  }
  const { sha256 } = source;
  const bytes = await objects.get(sha256);
  if (bytes === null)
    throw new Fault('OBJECT_MISSING', `object ${sha256} is not in the store`, { retry: true });
  return { stored: { sha256, byteLength: bytes.byteLength }, bytes };
}

async function prepare(
  original: StoredObject,
  reading: PhotoReading,
  { objects, quality }: PreprocessTools,
): Promise<PreparedPhoto> {
  const { format, widthPx, heightPx, sharpness, display, thumbnail } = reading;
  return {
    original,
    mimeType: `image/${format}`,
    widthPx,
    heightPx,
    display: await objects.put(display.bytes),
    thumbnail: await objects.put(thumbnail.bytes),
    sharpness,
    shortSidePx: Math.min(widthPx, heightPx),
    flaws: assessQuality(reading, quality.thresholds).flaws,
  };
}

/** PASS goes on; a substandard photo waits for better bytes until its looks are spent, then is scored and marked so. */
function route(photo: PreparedPhoto, input: PreprocessInput, tools: PreprocessTools): PreprocessOutcome {
  const facts = {
    sharpness: Math.round(photo.sharpness * 10) / 10,
    shortSidePx: photo.shortSidePx,
    flaws: photo.flaws,
  };
  const goOn = (reason: string): PreprocessOutcome => ({
    kind: 'advance',
    to: 'PREPROCESSED',
    reason,
    result: photo,
    facts,
  });
  if (photo.flaws.length === 0) return goOn('PASS');
  if (input.isSuperseded) return goOn('DEGRADED_SUPERSEDED');
  if (input.qualityRetries >= tools.quality.maxRetries) return goOn('DEGRADED_RETRIES_SPENT');
  return {
    kind: 'hold',
    to: 'RETRY_SCHEDULED',
    reason: 'DEGRADED',
    held: photo,
    facts: { ...facts, qualityRetries: input.qualityRetries },
    delaySeconds: retryDelaySeconds(tools.quality, input.qualityRetries, tools.random()),
  };
}

const refuse = (reason: DeadLetterReason, message: string): PreprocessOutcome => ({
  kind: 'reject',
  reason,
  message,
  facts: {},
});
