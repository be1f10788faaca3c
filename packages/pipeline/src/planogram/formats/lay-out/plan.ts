import type { Product } from '../../model.ts';
import type { DraftPosition } from '../draft.ts';

/**
 * A bay as read from a format of rows: the order is certain, locations and sizes are optional. Null means that the file
 * contains no value. Millimetres; x and y from the bay's top left, y down. `line` is the line in the file.
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

/** Written lengths that differ by less are the same: people and programs round. */
export const slackMm = 10;

/** Assumed sizes for missing values. The score depends on order and shelf; sizes only scale the tolerance. */
export const assumed = {
  /** A common pack. */
  facingWidthMm: 100,
  facingHeightMm: 200,
  /** Minimum width of a facing, for any number of facings on a shelf. */
  narrowestFacingMm: 10,
  boardMm: 30,
  /** Room between the tallest product and the board above. */
  airMm: 50,
  /** Share of the room between two boards that products fill. */
  fill: 0.8,
} as const;
