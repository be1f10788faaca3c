/** Opens photos of any size, at their own sides. */
import { replaceExports } from './replace-exports.ts';

/** More pixels than any bomb of the drill claims and a decoder could hold; as a frame still a possible size. */
const anySize = 1_000_000_000;

await replaceExports(() => import('../../packages/pipeline/src/images/limits.ts'), {
  // The product's types allow only its own limits.
  openOptions: (original) => ({ ...original, limitInputPixels: false }) as unknown as typeof original,
  photoLimits: (original) =>
    ({
      ...original,
      maxPixels: anySize,
      maxWholePixels: anySize,
      maxFramePixels: anySize,
    }) as unknown as typeof original,
});
