import { decodeUnrotated } from './decode/decode-unrotated.ts';
import { type Frame, releaseFrame } from './frame.ts';
import { type Orientation, turnUpright } from './orientation.ts';
import { shrinkFrame } from './shrink-frame.ts';

/**
 * Makes the input frame of a tier: upright, its long side at most `maxLongSidePx`, never enlarged. Returns the frame of
 * the photo itself when it is small enough. The same bytes always give the same frame. From bytes it rejects as
 * decodeUnrotated does.
 */
export async function toInferenceFrame(photo: Frame | Uint8Array, maxLongSidePx: number): Promise<Frame> {
  if (!(photo instanceof Uint8Array)) return await shrinkUpright(photo, 1, maxLongSidePx);
  const { frame, orientation } = await decodeUnrotated(photo);
  const shrunk = await shrinkUpright(frame, orientation, maxLongSidePx);
  if (shrunk !== frame) releaseFrame(frame);
  return shrunk;
}

/** Shrinks a stored frame and then turns it upright. Returns the frame itself when neither is needed. */
export async function shrinkUpright(
  frame: Frame,
  orientation: Orientation,
  maxLongSidePx: number,
): Promise<Frame> {
  if (orientation === 1 && Math.max(frame.width, frame.height) <= maxLongSidePx) return frame;
  const { data, info } = await turnUpright(shrinkFrame(frame, maxLongSidePx), orientation)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
