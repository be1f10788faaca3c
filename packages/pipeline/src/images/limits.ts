import sharp from 'sharp';
import { photoByteLimit } from './photo-byte-limit.ts';

/**
 * Configures sharp. All code that decodes or encodes imports it from here, so that no photo reaches a loader outside
 * the list.
 */

// libvips tries all of its loaders on unknown bytes; TIFF, SVG, HEIF and its file loaders only add attack surface.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
// No photo is decoded twice with the same recipe, so the cache of libvips would only hold memory.
sharp.cache(false);
// Parallelism comes from captures; threads inside one photo cost more than they give.
sharp.concurrency(1);

/** Limits above which a photo is rejected. */
export const photoLimits = {
  maxBytes: photoByteLimit,
  /**
   * A JPEG that is coded from top to bottom: phones reach 108 MP, and its rows stream through the decoder while it shrinks
   * them.
   */
  maxPixels: 120_000_000,
  /**
   * Any other photo, of which a decoder holds the whole: 8192 x 6144 is the largest that phones call 50 MP. A progressive JPEG of
   * that size takes up to 300 MB of coefficients.
   */
  maxWholePixels: 51_000_000,
  /**
   * A larger photo is decoded at half its sides. A quarter of 120 MP fits, so that no frame takes more than 90 MB. Half of 50 MP is
   * 12.5 MP, what the same sensor gives in its ordinary mode.
   */
  maxFramePixels: 30_000_000,
  /**
   * Limits of the first and the second attempt, together 5 s. A 12 MP JPEG takes 0.06 s, so 2 s suffice for the worst
   * honest photo. The second attempt distinguishes a busy machine from a costly photo.
   */
  timeoutSeconds: [2, 3],
  /** For photos above `maxFramePixels`: 108 MP, or 50 MP coded progressively, take ten times as long as 12 MP. */
  largeTimeoutSeconds: [5, 7],
} as const;

/** Options for opening every photo; `pages: 1` takes the first image of an animation. */
export const openOptions = {
  limitInputPixels: photoLimits.maxWholePixels,
  sequentialRead: true,
  pages: 1,
} as const;

export { sharp };
