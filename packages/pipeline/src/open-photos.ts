import type { Frame } from '../images/frame.ts';
import type { IsolatedPhotos } from '../images/isolated/isolated-photos.ts';
import { PhotoRefused } from '../images/photo-refused.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import type { InferTools } from '../stages/infer.ts';
import { maxInferenceLongSidePx } from './inference-size.ts';

/** Some 10 MB each; a store chain shows a worker the same few planograms again and again. */
const maxCachedSets = 12;

/** Opens photos and reference images from the object store; decoded reference sets are kept and shared. */
export function photoTools(
  objects: ObjectStore,
  photos: IsolatedPhotos,
): Pick<InferTools, 'openPhoto' | 'openReferences'> {
  const sets = new Map<string, Promise<ReadonlyMap<string, readonly Frame[]>>>();
  return {
    async openPhoto(sha256) {
      // Preprocessing on this worker decoded it a moment ago; a frame of a later decode is the same to the last bit.
      const kept = photos.keptInferenceFrame(sha256, maxInferenceLongSidePx);
      if (kept) return kept;
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
      // A set that could not be opened is tried again by the next capture.
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

/** A reference image that does not decode is as good as none: it must not cost a capture its score. */
async function decodeOrSkip(photos: IsolatedPhotos, bytes: Uint8Array): Promise<Frame | null> {
  try {
    return await photos.referenceImage(bytes);
  } catch (error) {
    if (error instanceof PhotoRefused) return null;
    throw error;
  }
}
