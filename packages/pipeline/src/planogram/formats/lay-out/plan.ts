import type { Product } from '../../model.ts';
import type { DraftPosition } from '../draft.ts';

/**
 * What formats of rows say of a planogram: order for certain, places and sizes as far as they are written. Null is what
 * the file leaves out. Millimetres; x and y from the bay's top left, y down. `line` is where the file says it.
 */
export interface BayPlan {
  widthMm: number | null;
  heightMm: number | null;
  /** From the bottom up. */
  shelves: ShelfPlan[];
}

export interface ShelfPlan {
  id: string;
  line: number;
  xMm: number | null;
  /** The board's top edge. */
  yMm: number | null;
  widthMm: number | null;
  /** Thickness of the board. */
  boardMm: number | null;
  /** From left to right. */
  items: ItemPlan[];
}

export interface ItemPlan {
  id: string;
  line: number;
  productId: string;
  xMm: number | null;
  yMm: number | null;
  widthMm: number | null;
  heightMm: number | null;
  facings: DraftPosition['facings'];
  orientation: string;
}

export type ProductPlan = Omit<Product, 'widthMm' | 'heightMm'> & {
  line: number;
  widthMm: number | null;
  heightMm: number | null;
};

/** What is taken where a file says nothing. The score depends on order and shelf; sizes only scale the tolerance. */
export const assumed = {
  /** A common pack. */
  facingWidthMm: 100,
  facingHeightMm: 200,
  /** No facing is narrower, however many a shelf is said to hold. */
  narrowestFacingMm: 10,
  boardMm: 30,
  /** Room between the tallest product and the board above. */
  airMm: 50,
  /** Share of the room between two boards that products fill. */
  fill: 0.8,
} as const;
