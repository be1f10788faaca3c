import { decodePhoto } from './decode-photo.ts';
import type { Frame } from './frame.ts';
import { shrinkFrame } from './shrink-frame.ts';

/**
 * The frame that a tier looks at: upright, its long side at most `maxLongSidePx`, never enlarged; the photo's own
 * frame when it is small enough. From bytes it rejects as decodePhoto does.
 */
export async function toInferenceFrame(photo: Frame | Uint8Array, maxLongSidePx: number): Promise<Frame> {
  const frame = photo instanceof Uint8Array ? (await decodePhoto(photo)).frame : photo;
  if (Math.max(frame.width, frame.height) <= maxLongSidePx) return frame;
  const { data, info } = await shrinkFrame(frame, maxLongSidePx).raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
