import { photoLimits } from '../limits.ts';

/**
 * Returns whether this process can still allocate the frame of the largest photo. Some decoders report a failed allocation as
 * a failed read: this check excludes the machine as the cause before a photo is classified as corrupt.
 */
export function hasMemoryToDecode(): boolean {
  try {
    // The buffer is not filled: it takes address space, not pages.
    new ArrayBuffer(photoLimits.maxWholePixels * 3);
    return true;
  } catch {
    return false;
  }
}
