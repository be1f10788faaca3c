import type { Frame } from '../../../../images/frame.ts';
import type { Planogram } from '../../../../planogram/model.ts';
import type { Gallery } from './gallery.ts';

type References = ReadonlyMap<string, readonly Frame[]>;

export interface EmbeddingCache {
  /** Returns null when no product of the planogram has a reference image. Rejects as `embed` does, without caching it. */
  galleryOf(planogram: Planogram, references: References): Promise<Gallery | null>;
}

/** Images sent in one request: references have some 100,000 pixels. */
const imagesAtOnce = 16;
/** Maximum planograms cached for one set of images; a set's cache is collected with the set. */
const maxPlanograms = 12;

/** Creates a cache of the embeddings of reference images, one entry per planogram and set of images (one object per set). */
export function createEmbeddingCache(
  embed: (frames: readonly Frame[]) => Promise<Float32Array[]>,
): EmbeddingCache {
  const bySet = new WeakMap<References, Map<string, Promise<Gallery>>>();

  async function build(productIds: readonly string[], references: References, isComplete: boolean) {
    const images = productIds.flatMap((id, owner) =>
      (references.get(id) ?? []).map((frame) => ({ frame, owner })),
    );
    const vectors: Float32Array[] = [];
    for (let at = 0; at < images.length; at += imagesAtOnce)
      vectors.push(...(await embed(images.slice(at, at + imagesAtOnce).map(({ frame }) => frame))));
    return { productIds: [...productIds], owners: images.map(({ owner }) => owner), vectors, isComplete };
  }

  return {
    async galleryOf({ products }, references) {
      const shown = products.filter(({ id }) => (references.get(id)?.length ?? 0) > 0).map(({ id }) => id);
      if (shown.length === 0) return null;
      const isComplete = shown.length === products.length;
      const galleries = bySet.get(references) ?? new Map<string, Promise<Gallery>>();
      bySet.set(references, galleries);
      const key = JSON.stringify([isComplete, shown]);
      const gallery = galleries.get(key) ?? build(shown, references, isComplete);
      galleries.delete(key);
      galleries.set(key, gallery);
      gallery.catch(() => galleries.delete(key));
      const [oldest] = galleries.keys();
      if (galleries.size > maxPlanograms && oldest !== undefined) galleries.delete(oldest);
      return gallery;
    },
  };
}
