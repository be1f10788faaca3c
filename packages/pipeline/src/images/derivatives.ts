import type { Frame } from './frame.ts';
import { shrinkFrame } from './shrink-frame.ts';

/** Sharp on a 4K screen beside the verdicts, and about a tenth of the original's bytes. */
const displayLongSidePx = 2400;

/** Twice the size of a row's picture in the lists, for dense screens. */
const thumbnailLongSidePx = 400;

export interface Derivative {
  bytes: Uint8Array;
  mimeType: 'image/jpeg';
  widthPx: number;
  heightPx: number;
}

/**
 * What people are shown instead of the original: upright JPEGs without EXIF, for that holds positions and
 * serial numbers. The same frame gives the same bytes.
 */
export async function makeDerivatives(frame: Frame): Promise<{ display: Derivative; thumbnail: Derivative }> {
  const display = await toJpeg(frame, displayLongSidePx, 82);
  const thumbnail = await toJpeg(frame, thumbnailLongSidePx, 76);
  return { display, thumbnail };
}

async function toJpeg(frame: Frame, longSidePx: number, quality: number): Promise<Derivative> {
  const { data, info } = await shrinkFrame(frame, longSidePx)
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, mimeType: 'image/jpeg', widthPx: info.width, heightPx: info.height };
}
