import sharp from 'sharp';
import { photoByteLimit } from './photo-byte-limit.ts';

/*
 * The one place where sharp is set up: everything that decodes or encodes imports it from here, so that no
 * photo ever meets a loader that is not on the list.
 */

// libvips tries every loader it has on unknown bytes; TIFF, SVG, HEIF and its file loaders are attack surface only.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
// No photo is decoded twice with the same recipe: libvips' cache would only hold memory.
sharp.cache(false);
// Parallelism comes from captures; threads inside one photo cost more than they give.
sharp.concurrency(1);

/** What a photo may cost before it is refused. */
export const photoLimits = {
  maxBytes: photoByteLimit,
  /** Shelf cameras and phones stop at 48 to 50 MP; 50 MP decoded are 150 MB. */
  maxPixels: 50_000_000,
  /**
   * First and second try, together 5 s. A 12 MP JPEG takes 0.06 s, so 2 s is for the worst honest photo; the
   * second try tells a busy machine from a costly photo.
   */
  timeoutSeconds: [2, 3],
} as const;

/** How every photo is opened; `pages: 1` takes the first picture of an animation. */
export const openOptions = {
  limitInputPixels: photoLimits.maxPixels,
  sequentialRead: true,
  pages: 1,
} as const;

export { sharp };
