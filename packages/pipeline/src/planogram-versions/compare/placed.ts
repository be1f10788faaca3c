import type { Planogram, Position } from '../../planogram/model.ts';

/** A position as two versions can be compared by: its product, its shelf, and where it stands on that shelf's board. */
export interface Placed {
  position: Position;
  /** The GTIN where there is one: two files may bring the same article under two product rows. */
  product: string;
  shelf: number;
  leftMm: number;
  rightMm: number;
  /** Above the board: boards may be hung at other heights in the next version. */
  bottomMm: number;
  topMm: number;
}

/** Two positions that belong together, one of each version. */
export interface Pair {
  from: Placed;
  to: Placed;
}

/** What names a product in both versions. */
export function productKeys({ products }: Planogram): Map<string, string> {
  return new Map(products.map(({ id, gtin }) => [id, gtin === null ? id : `gtin ${gtin}`]));
}

export function placePositions(planogram: Planogram): Placed[] {
  const keys = productKeys(planogram);
  const boards = new Map(planogram.shelves.map((shelf) => [shelf.number, shelf.yMm]));
  return planogram.positions.map((position) => {
    const boardMm = boards.get(position.shelfNumber) ?? planogram.heightMm;
    return {
      position,
      product: keys.get(position.productId) ?? position.productId,
      shelf: position.shelfNumber,
      leftMm: position.xMm,
      rightMm: position.xMm + position.widthMm,
      bottomMm: boardMm - position.yMm - position.heightMm,
      topMm: boardMm - position.yMm,
    };
  });
}

/** How much of the smaller of two blocks lies within the other, 0..1; 0 on different shelves. */
export function overlapOf(a: Placed, b: Placed): number {
  if (a.shelf !== b.shelf) return 0;
  return (
    sharedShare([a.leftMm, a.rightMm], [b.leftMm, b.rightMm]) *
    sharedShare([a.bottomMm, a.topMm], [b.bottomMm, b.topMm])
  );
}

/** Half of the smaller block: whoever looks for the one finds the other. */
export const isInPlaceOf = (a: Placed, b: Placed): boolean => overlapOf(a, b) >= 0.5;

export const centreShiftMm = (a: Placed, b: Placed): number =>
  Math.abs(a.leftMm + a.rightMm - b.leftMm - b.rightMm) / 2;

function sharedShare([a0, a1]: [number, number], [b0, b1]: [number, number]): number {
  const shared = Math.min(a1, b1) - Math.max(a0, b0);
  const smaller = Math.min(a1 - a0, b1 - b0);
  return shared <= 0 || smaller <= 0 ? 0 : Math.min(1, shared / smaller);
}
