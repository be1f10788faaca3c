import { type EncodedJpeg, encodeJpeg } from '../../images/encode-jpeg.ts';
import type { Frame } from '../../images/frame.ts';
import { TierFault } from '../tier.ts';

/**
 * Encodes the photo for a provider: an upright JPEG within its limits.
 * @throws TierFault ABORTED, or PERMANENT_INPUT for a frame that cannot be brought within them.
 */
export async function photoFor(
  frame: Frame,
  { maxBytes, minSidePx }: { maxBytes: number; minSidePx: number },
  signal: AbortSignal,
): Promise<EncodedJpeg> {
  if (signal.aborted) throw new TierFault('ABORTED', 'aborted before the photo was encoded');
  const photo = await encodeJpeg(frame, maxBytes).catch((error: unknown) => {
    throw new TierFault('PERMANENT_INPUT', `the frame cannot be written as JPEG: ${String(error)}`, {
      cause: error,
    });
  });
  if (photo === null) throw new TierFault('PERMANENT_INPUT', `the frame does not fit into ${maxBytes} bytes`);
  if (Math.min(photo.widthPx, photo.heightPx) < minSidePx)
    throw new TierFault(
      'PERMANENT_INPUT',
      `the frame of ${photo.widthPx}x${photo.heightPx} has a side below ${minSidePx} pixels`,
    );
  return photo;
}
