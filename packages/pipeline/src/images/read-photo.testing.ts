import { decodeOnce } from './decode-once.ts';
import { maxInferenceLongSidePx } from './inference-size.ts';
import type { PhotoReading } from './photo-reading.ts';

/** Decodes and measures a photo in this process. Rejects as decodeUnrotated does. */
export async function readPhoto(bytes: Uint8Array): Promise<PhotoReading> {
  return (await decodeOnce(bytes, { maxInferenceLongSidePx })).reading;
}
