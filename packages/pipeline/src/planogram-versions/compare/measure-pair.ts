import type { Planogram, Position, Product } from '../../planogram/model.ts';
import type { FacingSize, VersionChange } from './version-diff.ts';

/** Planogram files round sizes to a millimetre. */
const sameSizeMm = 1;

type Measures = Pick<VersionChange, 'facings' | 'size' | 'block'>;

/**
 * Returns what changes in the sizes of a pair of positions. A block divided by its facings is only a guess at the size of a
 * front: where it is not the size of the same product, no size of fronts is stated, but that of the block.
 */
export function measurePair(
  from: Position | null,
  to: Position | null,
  products: ReadonlyMap<string, Product>,
): Measures {
  if (from === null || to === null) return { facings: null, size: null, block: null };
  const [a, b] = [from.facings, to.facings];
  const isSame = a.horizontal === b.horizontal && a.vertical === b.vertical && a.depth === b.depth;
  const facings = isSame ? null : { from: { ...a }, to: { ...b } };
  const size = { from: frontSize(from), to: frontSize(to) };
  if (isSameSize(size.from, size.to)) return { facings, size: null, block: null };
  const product = from.productId === to.productId ? products.get(from.productId) : undefined;
  if (product === undefined || [size.from, size.to].every((front) => isFrontOf(product, front)))
    return { facings, size, block: null };
  const block = { from: sizeOf(from), to: sizeOf(to) };
  return { facings, size: null, block: isSameSize(block.from, block.to) ? null : block };
}

/** Returns the products of two versions by id. */
export const productsOf = (from: Planogram, to: Planogram): Map<string, Product> =>
  new Map([...from.products, ...to.products].map((product) => [product.id, product]));

/** A product may show any of its faces, upright or turned: two different sides of it. */
function isFrontOf({ widthMm, heightMm, depthMm }: Product, front: FacingSize): boolean {
  const sides = depthMm === null ? [widthMm, heightMm] : [widthMm, heightMm, depthMm];
  const isNear = (a: number, b: number) => Math.abs(a - b) <= sameSizeMm;
  return sides.some(
    (side, i) =>
      isNear(side, front.widthMm) && sides.some((other, j) => i !== j && isNear(other, front.heightMm)),
  );
}

const isSameSize = (a: FacingSize, b: FacingSize): boolean =>
  Math.abs(a.widthMm - b.widthMm) <= sameSizeMm && Math.abs(a.heightMm - b.heightMm) <= sameSizeMm;

const frontSize = ({ widthMm, heightMm, facings }: Position): FacingSize => ({
  widthMm: widthMm / facings.horizontal,
  heightMm: heightMm / facings.vertical,
});

const sizeOf = ({ widthMm, heightMm }: Position): FacingSize => ({ widthMm, heightMm });
