import { strangers } from './assortments.ts';
import { type DemoProduct, productsOf } from './demo-product.ts';

/** Products of no planogram and no catalogue. */
export function foreignProducts(): DemoProduct[] {
  return strangers.flatMap((range, i) => productsOf(range, 'other', '99', 1 + i * 10));
}
