import type { Candidate, Detection, Realogram } from '../../realogram.ts';

/** A product that temporarily counts as another one: a new package design, or a new code for the same article. */
export interface Alias {
  fromProductId: string;
  toProductId: string;
}

/**
 * Replaces every aliased product by its target, candidates included; of two candidates that become equal the better one
 * stays. Pure; returns the same object when no product is aliased. `aliases`: those in their grace period.
 */
export function aliasRealogram(realogram: Realogram, aliases: readonly Alias[]): Realogram {
  const names = new Map(aliases.map(({ fromProductId, toProductId }) => [fromProductId, toProductId]));
  if (!realogram.detections.some((detection) => isAliased(detection, names))) return realogram;
  return {
    ...realogram,
    detections: realogram.detections.map((detection) =>
      isAliased(detection, names) ? rename(detection, names) : detection,
    ),
  };
}

type Names = ReadonlyMap<string, string>;

const isAliased = ({ productId, candidates }: Detection, names: Names): boolean =>
  (productId !== null && names.has(productId)) || candidates.some((one) => names.has(one.productId));

function rename(detection: Detection, names: Names): Detection {
  const { productId } = detection;
  const seen = new Set<string>();
  const candidates: Candidate[] = detection.candidates
    .map(({ productId: id, ...rest }) => ({ ...rest, productId: names.get(id) ?? id }))
    .filter(({ productId: id }) => !seen.has(id) && seen.add(id));
  return { ...detection, productId: productId && (names.get(productId) ?? productId), candidates };
}
