import { foreignRanges } from './assortments.ts';
import { type DemoProduct, productsOf } from './demo-product.ts';

/** Returns products of no planogram and no catalogue. */
export function foreignProducts(): DemoProduct[] {
  return foreignRanges.flatMap((range, i) => productsOf(range, 'other', '99', 1 + i * 10));
}
