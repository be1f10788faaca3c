import { assumed, type BayPlan, type ItemPlan, type ProductPlan, type ShelfPlan } from './plan.ts';
import { timesOrNull } from './size-widths.ts';

export interface PlacedBay {
  heightMm: number;
  /** Top edge of each shelf's board, y down. */
  tops: Map<ShelfPlan, number>;
  /** Whether heights are assumed. */
  isAssumed: boolean;
}

/** Locates the boards: as written, else below their products, else one above the other. */
export function placeShelves(bay: BayPlan, products: ReadonlyMap<string, ProductPlan>): PlacedBay {
  const known = new Map<ShelfPlan, number>();
  for (const shelf of bay.shelves) {
    const bottoms = shelf.items.flatMap((item) =>
      item.yMm === null ? [] : [item.yMm + blockHeight(item, products)],
    );
    if (shelf.yMm !== null) known.set(shelf, shelf.yMm);
    else if (bottoms.length > 0) known.set(shelf, Math.max(...bottoms));
  }
  if (known.size === 0) return stack(bay, products);
  const lowestMm = Math.max(...[...known].map(([shelf, y]) => y + (shelf.boardMm ?? assumed.boardMm)));
  const heightMm = bay.heightMm ?? lowestMm;
  const tops = new Map<ShelfPlan, number>();
  let belowMm: number | null = null;
  for (const shelf of bay.shelves) {
    const top: number =
      known.get(shelf) ??
      (belowMm === null
        ? heightMm - (shelf.boardMm ?? assumed.boardMm)
        : Math.max(0, belowMm - assumed.facingHeightMm - assumed.airMm));
    tops.set(shelf, top);
    belowMm = top;
  }
  return { heightMm, tops, isAssumed: known.size < bay.shelves.length };
}

/** Distributes shelves without heights: evenly over a bay of known height, else with room for each shelf's tallest product. */
function stack(bay: BayPlan, products: ReadonlyMap<string, ProductPlan>): PlacedBay {
  const tops = new Map<ShelfPlan, number>();
  if (bay.heightMm !== null) {
    const pitchMm = bay.heightMm / bay.shelves.length;
    for (const [i, shelf] of bay.shelves.entries()) {
      tops.set(shelf, bay.heightMm - (shelf.boardMm ?? assumed.boardMm) - i * pitchMm);
    }
    return { heightMm: bay.heightMm, tops, isAssumed: true };
  }
  let upMm = 0;
  const ups = new Map<ShelfPlan, number>();
  for (const shelf of bay.shelves) {
    upMm += shelf.boardMm ?? assumed.boardMm;
    ups.set(shelf, upMm);
    upMm += Math.max(0, ...shelf.items.map((item) => blockHeight(item, products))) + assumed.airMm;
  }
  for (const [shelf, up] of ups) tops.set(shelf, upMm - up);
  return { heightMm: upMm, tops, isAssumed: true };
}

function blockHeight(item: ItemPlan, products: ReadonlyMap<string, ProductPlan>): number {
  return (
    item.heightMm ??
    timesOrNull(products.get(item.productId)?.heightMm, item.facings.vertical) ??
    assumed.facingHeightMm * item.facings.vertical
  );
}
