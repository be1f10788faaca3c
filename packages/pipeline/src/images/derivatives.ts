import type { Sharp } from 'sharp';
import type { Frame } from './frame.ts';
import { type Orientation, turnUpright } from './orientation.ts';
import { shrinkFrame } from './shrink-frame.ts';

/** Sharp on a 4K screen beside the verdicts, and about a tenth of the original's bytes. */
const displayLongSidePx = 2400;

/** Twice the size of a thumbnail in the lists, for dense screens. */
const thumbnailLongSidePx = 400;

export interface Derivative {
  bytes: Uint8Array;
  mimeType: 'image/jpeg';
  widthPx: number;
  heightPx: number;
}

/**
 * Derivatives shown to people instead of the original: upright JPEGs without EXIF, which contains positions and serial
 * numbers. The same frame gives the same bytes.
 */

/** Makes the display picture of the stored frame. */
export async function makeDisplay(frame: Frame, orientation: Orientation): Promise<Derivative> {
  // Optimised Huffman codes would save 5 % of the bytes and take half of the whole encoding time.
  return await encode(turnUpright(shrinkFrame(frame, displayLongSidePx), orientation), 82, false);
}

/** Makes the thumbnail of an upright frame; the frame for inference suffices and is cheap. */
export async function makeThumbnail(upright: Frame): Promise<Derivative> {
  return await encode(shrinkFrame(upright, thumbnailLongSidePx), 76, true);
}

async function encode(picture: Sharp, quality: number, optimiseCoding: boolean): Promise<Derivative> {
  const { data, info } = await picture
    .jpeg({ quality, optimiseCoding })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, mimeType: 'image/jpeg', widthPx: info.width, heightPx: info.height };
}
