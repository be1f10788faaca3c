import type { Product } from '../model.ts';

/**
 * A planogram in the units and references of its file: the common form of all formats before the check as a whole. Items are
 * in the file's order, so that an index is also a location in the file.
 */
export interface Draft {
  width: number;
  height: number;
  shelves: { id: string; x: number; y: number; width: number; height: number }[];
  products: (Omit<Product, 'widthMm' | 'heightMm' | 'depthMm'> & {
    width: number;
    height: number;
    depth: number | null;
  })[];
  positions: DraftPosition[];
  /** Names of the fields in the file's format, for paths. */
  fields: {
    shelves: string;
    products: string;
    positions: string;
    shelfRef: string;
    productRef: string;
    productId: string;
    gtin: string;
    x: string;
    y: string;
  };
}

export interface DraftPosition {
  id: string;
  productId: string;
  shelfId: string;
  x: number;
  /** Null: the block stands on its shelf. */
  y: number | null;
  /** Null: the product's width times its facings. */
  width: number | null;
  height: number | null;
  facings: { horizontal: number; vertical: number; depth: number };
  orientation: string;
}
