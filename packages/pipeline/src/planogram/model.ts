/**
 * A planogram version as the pipeline reads it: millimetres, origin top-left of the bay, y down, immutable.
 * Files in other units or with another origin are converted at import.
 */
export interface Planogram {
  /** Size of the bay's face. */
  widthMm: number;
  heightMm: number;
  /** Ordered from the bottom up. */
  shelves: Shelf[];
  /** Ordered by shelf, then from left to right. */
  positions: Position[];
  products: Product[];
}

export interface Shelf {
  /** As in the imported file. */
  id: string;
  /** 1 = bottom, as usual in the trade. */
  number: number;
  /** The board's front: products stand on its top edge, `yMm`. */
  xMm: number;
  yMm: number;
  widthMm: number;
  heightMm: number;
}

export interface Position {
  /** As in the imported file; unique in the version. */
  id: string;
  productId: string;
  shelfNumber: number;
  /** 1 = leftmost of its shelf. */
  sequence: number;
  /** The block of all the position's facings. */
  xMm: number;
  yMm: number;
  widthMm: number;
  heightMm: number;
  facings: { horizontal: number; vertical: number; depth: number };
  orientation: string;
}

export interface Product {
  /** The database's id in the running system; in a parsed file, the file's own id. */
  id: string;
  sku: string;
  /** GTIN-14, or null. */
  gtin: string | null;
  name: string;
  brand: string | null;
  category: string | null;
  widthMm: number;
  heightMm: number;
  depthMm: number | null;
}

/** One expected product front: a cell of a position's block. */
export interface Slot {
  position: Position;
  /** 0 = leftmost. */
  column: number;
  /** 0 = bottom. */
  row: number;
  xMm: number;
  yMm: number;
  widthMm: number;
  heightMm: number;
}

/** Returns the slots of a position, bottom row first, from left to right. */
export function slotsOf(position: Position): Slot[] {
  const { horizontal, vertical } = position.facings;
  const widthMm = position.widthMm / horizontal;
  const heightMm = position.heightMm / vertical;
  return Array.from({ length: horizontal * vertical }, (_, i) => {
    const column = i % horizontal;
    const row = Math.floor(i / horizontal);
    return {
      position,
      column,
      row,
      xMm: position.xMm + column * widthMm,
      yMm: position.yMm + (vertical - 1 - row) * heightMm,
      widthMm,
      heightMm,
    };
  });
}
