import { assumed, type BayPlan, type ItemPlan, type ProductPlan } from './plan.ts';

export interface Widths {
  items: Map<ItemPlan, number>;
  products: Map<string, number>;
  notes: string[];
}

/** Determines the width of every block and product: as written, else from the product, else by the room on the shelf. */
export function sizeWidths(bays: readonly BayPlan[], products: ReadonlyMap<string, ProductPlan>): Widths {
  const items = new Map<ItemPlan, number>();
  let spread = 0;
  let guessed = 0;
  for (const bay of bays) {
    for (const shelf of bay.shelves) {
      const open: ItemPlan[] = [];
      let takenMm = 0;
      for (const item of shelf.items) {
        const widthMm =
          item.widthMm ?? timesOrNull(products.get(item.productId)?.widthMm, item.facings.horizontal);
        if (widthMm === null) open.push(item);
        else {
          items.set(item, widthMm);
          takenMm += widthMm;
        }
      }
      const openFacings = open.reduce((sum, item) => sum + item.facings.horizontal, 0);
      const roomMm = shelf.widthMm ?? bay.widthMm;
      const facingMm =
        roomMm === null
          ? assumed.facingWidthMm
          : Math.max(assumed.narrowestFacingMm, (roomMm - takenMm) / openFacings);
      for (const item of open) items.set(item, facingMm * item.facings.horizontal);
      if (roomMm === null) guessed += open.length;
      else spread += open.length;
    }
  }
  const notes = [];
  if (spread > 0) notes.push(`${count(spread)} no width: the facings are spread evenly over the shelf.`);
  if (guessed > 0)
    notes.push(`${count(guessed)} no width: a facing is taken as ${assumed.facingWidthMm} mm wide.`);
  return { items, products: ofProducts(items, (item) => item.facings.horizontal), notes };
}

/** Returns the smallest facing of each product over all its blocks. */
export function ofProducts(
  sizes: ReadonlyMap<ItemPlan, number>,
  facingsOf: (item: ItemPlan) => number,
): Map<string, number> {
  const products = new Map<string, number>();
  for (const [item, sizeMm] of sizes) {
    const facingMm = sizeMm / facingsOf(item);
    products.set(item.productId, Math.min(products.get(item.productId) ?? facingMm, facingMm));
  }
  return products;
}

export const timesOrNull = (sizeMm: number | null | undefined, facings: number) =>
  sizeMm === null || sizeMm === undefined ? null : sizeMm * facings;

const count = (n: number) => (n === 1 ? '1 position has' : `${n} positions have`);
