import type { Sharp } from 'sharp';
import type { Frame } from './frame.ts';
import { sharp } from './limits.ts';

/** Returns a sharp pipeline that shrinks a frame to a long side of at most `maxLongSidePx`. */
export function shrinkFrame(frame: Frame, maxLongSidePx: number): Sharp {
  return sharp(frame.data, { raw: { width: frame.width, height: frame.height, channels: 3 } }).resize({
    width: maxLongSidePx,
    height: maxLongSidePx,
    fit: 'inside',
    withoutEnlargement: true,
    // With Lanczos, price tags and barcodes stay readable at the smallest size; it averages over all source pixels.
    kernel: 'lanczos3',
  });
}
