import type { Frame } from '../../../../images/frame.ts';
import type { Planogram } from '../../../../planogram/model.ts';
import type { Gallery } from './gallery.ts';

type References = ReadonlyMap<string, readonly Frame[]>;

export interface GalleryBook {
  /** Null when no product of the planogram has a reference image. Rejects as `embed` does; then it is made anew. */
  galleryOf(planogram: Planogram, references: References): Promise<Gallery | null>;
}

/** Images that travel at once: references have some 100,000 pixels. */
const imagesAtOnce = 16;
/** Planograms that share one set of images; the sets themselves go when the worker forgets them. */
const mostPlanograms = 12;

/** Turns reference images into vectors, once for a planogram with its set of images (one object a set). */
export function createGalleryBook(embed: (frames: readonly Frame[]) => Promise<Float32Array[]>): GalleryBook {
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
      if (galleries.size > mostPlanograms && oldest !== undefined) galleries.delete(oldest);
      return gallery;
    },
  };
}
