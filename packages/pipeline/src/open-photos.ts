import type { Frame } from './images/frame.ts';
import { maxInferenceLongSidePx } from './images/inference-size.ts';
import type { IsolatedPhotos } from './images/isolated/isolated-photos.ts';
import { PhotoRefused } from './images/photo-refused.ts';
import type { ObjectStore } from './objects/object-store.ts';
import type { InferTools } from './stages/infer/infer.ts';

/** Each set takes about 10 MB; the stores of a chain share few planograms. */
const maxCachedSets = 12;

/** Opens photos and reference images from the object store; decoded reference sets are cached and shared. */
export function photoTools(
  objects: ObjectStore,
  photos: IsolatedPhotos,
): Pick<InferTools, 'openPhoto' | 'openReferences'> {
  const sets = new Map<string, Promise<ReadonlyMap<string, readonly Frame[]>>>();
  return {
    async openPhoto(sha256) {
      // Preprocessing on this worker decoded the photo recently; another decode gives an identical frame.
      const cachedFrame = photos.cachedInferenceFrame(sha256, maxInferenceLongSidePx);
      if (cachedFrame) return cachedFrame;
      const bytes = await objects.get(sha256);
      if (!bytes) return null;
      return photos.inferenceFrame(bytes, maxInferenceLongSidePx);
    },
    openReferences(shas) {
      const key = JSON.stringify([...shas]);
      const cached = sets.get(key);
      sets.delete(key);
      const set = cached ?? openSet(objects, photos, shas);
      sets.set(key, set);
      // A set that failed to open is not cached: the next capture tries again.
      set.catch(() => sets.delete(key));
      const [oldest] = sets.keys();
      if (sets.size > maxCachedSets && oldest !== undefined) sets.delete(oldest);
      return set;
    },
  };
}

async function openSet(
  objects: ObjectStore,
  photos: IsolatedPhotos,
  shas: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, readonly Frame[]>> {
  const set = new Map<string, Frame[]>();
  for (const [productId, images] of shas) {
    const frames: Frame[] = [];
    for (const sha256 of images) {
      const bytes = await objects.get(sha256);
      const frame = bytes && (await decodeOrSkip(photos, bytes));
      if (frame) frames.push(frame);
    }
    if (frames.length > 0) set.set(productId, frames);
  }
  return set;
}

/** Decodes a reference image; skips an undecodable one, which must not cost a capture its score. */
async function decodeOrSkip(photos: IsolatedPhotos, bytes: Uint8Array): Promise<Frame | null> {
  try {
    return await photos.referenceImage(bytes);
  } catch (error) {
    if (error instanceof PhotoRefused) return null;
    throw error;
  }
}
