import type { Planogram, Position } from '../../planogram/model.ts';

/** A position prepared for comparison: its product, its shelf, and its location on that shelf's board. */
export interface Placed {
  position: Position;
  /** The GTIN if known, because two files may contain the same article as two product rows. */
  product: string;
  shelf: number;
  leftMm: number;
  rightMm: number;
  /** Above the board, because the next version may place boards at other heights. */
  bottomMm: number;
  topMm: number;
}

/** A position of the earlier version and its counterpart in the later one. */
export interface Pair {
  from: Placed;
  to: Placed;
}

/** Returns a key for each product that is the same in both versions. */
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

/** Returns the share of the smaller block that lies within the other, 0..1; 0 on different shelves. */
export function overlapOf(a: Placed, b: Placed): number {
  if (a.shelf !== b.shelf) return 0;
  return (
    sharedShare([a.leftMm, a.rightMm], [b.leftMm, b.rightMm]) *
    sharedShare([a.bottomMm, a.topMm], [b.bottomMm, b.topMm])
  );
}

/** Half of the smaller block must overlap, which makes the relation symmetric. */
export const isInPlaceOf = (a: Placed, b: Placed): boolean => overlapOf(a, b) >= 0.5;

export const centreShiftMm = (a: Placed, b: Placed): number =>
  Math.abs(a.leftMm + a.rightMm - b.leftMm - b.rightMm) / 2;

function sharedShare([a0, a1]: [number, number], [b0, b1]: [number, number]): number {
  const shared = Math.min(a1, b1) - Math.max(a0, b0);
  const smaller = Math.min(a1 - a0, b1 - b0);
  return shared <= 0 || smaller <= 0 ? 0 : Math.min(1, shared / smaller);
}
