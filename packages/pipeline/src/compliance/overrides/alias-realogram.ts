import type { Candidate, Detection, Realogram } from '../inference/realogram.ts';

/** A product that counts as another one for a while: new packaging, a new code for the same article. */
export interface Alias {
  fromProductId: string;
  toProductId: string;
}

/**
 * The realogram with every aliased product under the name of the one that it counts as, candidates included: of two
 * that become one the better stays. Pure; without a match it is the same object.
 *
 * @param aliases those whose grace has not ended
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
