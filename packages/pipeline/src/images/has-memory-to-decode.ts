import { photoLimits } from './limits.ts';

/**
 * Whether this process could still get the memory of the largest photo's frame. Some decoders report a failed allocation
 * as a failed read: before a photo is called corrupt, the machine proves that it was not itself the reason.
 */
export function hasMemoryToDecode(): boolean {
  try {
    // Not filled: it takes addresses, not pages.
    new ArrayBuffer(photoLimits.maxPixels * 3);
    return true;
  } catch {
    return false;
  }
}
