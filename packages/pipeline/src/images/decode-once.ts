import { decodeUnrotated } from './decode/decode-unrotated.ts';
import { makeDisplay, makeThumbnail } from './derivatives.ts';
import { type Frame, releaseFrame } from './frame.ts';
import { shrinkUpright } from './inference-frame.ts';
import { measurePhoto } from './measure-photo.ts';
import type { PhotoReading } from './photo-reading.ts';

export interface DecodedOnce {
  reading: PhotoReading;
  /** The same frame as `toInferenceFrame` returns for these bytes. */
  inferenceFrame: Frame;
}

/**
 * Decodes a photo once for its measures, the images for people and the input frame of the tiers. Rejects as
 * decodeUnrotated does.
 */
export async function decodeOnce(
  bytes: Uint8Array,
  { maxInferenceLongSidePx }: { maxInferenceLongSidePx: number },
): Promise<DecodedOnce> {
  const photo = await decodeUnrotated(bytes);
  const { frame, orientation, format, widthPx, heightPx, takenAt, warnings } = photo;
  // The images are made in the threads of sharp while this thread measures.
  const making = Promise.all([
    makeDisplay(frame, orientation),
    shrinkUpright(frame, orientation, maxInferenceLongSidePx),
  ]);
  const [measures, [display, inferenceFrame]] = await Promise.all([measurePhoto(bytes, photo), making]);
  if (inferenceFrame !== frame) releaseFrame(frame);
  const thumbnail = await makeThumbnail(inferenceFrame);
  return {
    reading: { format, widthPx, heightPx, takenAt, warnings, ...measures, display, thumbnail },
    inferenceFrame,
  };
}
