import type { PlacedBay } from './place-shelves.ts';
import { assumed, type BayPlan, type ItemPlan, type ProductPlan } from './plan.ts';
import { ofProducts, timesOrNull } from './size-widths.ts';

export interface Heights {
  items: Map<ItemPlan, number>;
  products: Map<string, number>;
  notes: string[];
}

/** Determines the height of every block and product: as written, else from the product, else a share of the shelf's room. */
export function sizeHeights(
  bays: readonly (readonly [BayPlan, PlacedBay])[],
  products: ReadonlyMap<string, ProductPlan>,
): Heights {
  const items = new Map<ItemPlan, number>();
  let filled = 0;
  for (const [bay, { tops }] of bays) {
    for (const [i, shelf] of bay.shelves.entries()) {
      const top = tops.get(shelf) ?? 0;
      const above = bay.shelves[i + 1];
      const ceiling = above === undefined ? 0 : (tops.get(above) ?? 0) + (above.boardMm ?? assumed.boardMm);
      const roomMm = top - ceiling;
      for (const item of shelf.items) {
        const written =
          item.heightMm ?? timesOrNull(products.get(item.productId)?.heightMm, item.facings.vertical);
        if (written === null) filled += 1;
        const fallback =
          roomMm > assumed.airMm ? roomMm * assumed.fill : assumed.facingHeightMm * item.facings.vertical;
        items.set(item, written ?? fallback);
      }
    }
  }
  const notes =
    filled === 0
      ? []
      : [
          `${filled === 1 ? '1 position has' : `${filled} positions have`} no height: products are taken to fill ${assumed.fill * 100} % of the room above their shelf.`,
        ];
  return { items, products: ofProducts(items, (item) => item.facings.vertical), notes };
}
