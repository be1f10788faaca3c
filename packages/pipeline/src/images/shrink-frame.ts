import type { Sharp } from 'sharp';
import type { Frame } from './frame.ts';
import { sharp } from './limits.ts';

/** A sharp pipeline that starts from a frame and brings its long side down to at most `maxLongSidePx`. */
export function shrinkFrame(frame: Frame, maxLongSidePx: number): Sharp {
  return sharp(frame.data, { raw: { width: frame.width, height: frame.height, channels: 3 } }).resize({
    width: maxLongSidePx,
    height: maxLongSidePx,
    fit: 'inside',
    withoutEnlargement: true,
    // Lanczos keeps price tags and barcodes readable longest; it averages over all source pixels when shrinking.
    kernel: 'lanczos3',
  });
}
