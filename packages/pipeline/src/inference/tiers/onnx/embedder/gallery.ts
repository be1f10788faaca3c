import type { Candidate } from '../../../../realogram.ts';
import type { EmbedderSettings } from '../onnx-settings.ts';

/** The vectors of a planogram's reference images: one product after the other. */
export interface Gallery {
  productIds: string[];
  /** By vector: which of the products it shows. */
  owners: number[];
  vectors: Float32Array[];
  /** True when every product of the planogram has a reference image: a crop that matches none is an unknown product. */
  isComplete: boolean;
}

export interface CropMatch {
  productId: string | null;
  /** False when the product stays undecided: two are alike, or it may be one without a reference image. */
  identified: boolean;
  /** Cosine, not below 0: of the best product. */
  similarity: number;
  candidates: Candidate[];
}

/** Enough for a person who chooses among flavours. */
const maxCandidates = 5;

/** Identifies the product of a crop by its vector: the nearest one, when it is near enough and leads the next clearly. */
export function matchCrop(
  vector: Float32Array,
  gallery: Gallery,
  { minSimilarity, minLead }: Pick<EmbedderSettings, 'minSimilarity' | 'minLead'>,
): CropMatch {
  const best = new Float64Array(gallery.productIds.length).fill(-1);
  for (const [i, reference] of gallery.vectors.entries()) {
    const owner = gallery.owners[i] as number;
    const likeness = cosine(vector, reference);
    if (likeness > (best[owner] as number)) best[owner] = likeness;
  }
  const ranked = gallery.productIds
    .map((productId, i) => ({ productId, score: best[i] as number }))
    .sort((a, b) => b.score - a.score || (a.productId < b.productId ? -1 : 1));
  const [first, second] = ranked;
  const candidates = ranked
    .slice(0, maxCandidates)
    .map(({ productId, score }) => ({ productId, score: Math.min(1, Math.max(0, score)) }));
  const similarity = candidates[0]?.score ?? 0;
  if (!first) return { productId: null, identified: false, similarity, candidates };
  if (first.score < minSimilarity)
    return { productId: null, identified: gallery.isComplete, similarity, candidates };
  const isAhead = !second || first.score - second.score >= minLead;
  return isAhead
    ? { productId: first.productId, identified: true, similarity, candidates }
    : { productId: null, identified: false, similarity, candidates };
}

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
