import { decodeStored } from './decode-stored.ts';
import { type Frame, releaseFrame } from './frame.ts';
import { type Orientation, turnUpright } from './orientation.ts';
import { shrinkFrame } from './shrink-frame.ts';

/**
 * The frame that a tier looks at: upright, its long side at most `maxLongSidePx`, never enlarged; the photo's own
 * frame when it is small enough. The same bytes give the same frame, at any time. From bytes it rejects as decodeStored
 * does.
 */
export async function toInferenceFrame(photo: Frame | Uint8Array, maxLongSidePx: number): Promise<Frame> {
  if (!(photo instanceof Uint8Array)) return await shrinkUpright(photo, 1, maxLongSidePx);
  const { frame, orientation } = await decodeStored(photo);
  const shrunk = await shrinkUpright(frame, orientation, maxLongSidePx);
  if (shrunk !== frame) releaseFrame(frame);
  return shrunk;
}

/** A stored frame made small first and turned upright then. The frame itself when there is nothing to do. */
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
