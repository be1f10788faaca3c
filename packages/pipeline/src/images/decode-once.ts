import { decodeStored } from './decode-stored.ts';
import { makeDisplay, makeThumbnail } from './derivatives.ts';
import { type Frame, releaseFrame } from './frame.ts';
import { shrinkUpright } from './inference-frame.ts';
import { measurePhoto } from './measure/measure-photo.ts';
import type { PhotoReading } from './read-photo.ts';

export interface DecodedOnce {
  reading: PhotoReading;
  /** What `toInferenceFrame` gives of the same bytes. */
  inferenceFrame: Frame;
}

/** One decode for the measures, the pictures for people and the frame for the tiers. Rejects as decodeStored does. */
export async function decodeOnce(
  bytes: Uint8Array,
  { maxInferenceLongSidePx }: { maxInferenceLongSidePx: number },
): Promise<DecodedOnce> {
  const photo = await decodeStored(bytes);
  const { frame, orientation, format, widthPx, heightPx, takenAt, warnings } = photo;
  // The pictures are made in sharp's threads while this one measures.
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
