import type { Product } from '../model.ts';

/**
 * A planogram as its file says it, in the file's unit and references: what all formats have in common before it is
 * checked as a whole. Items keep the file's order, so that an index is also a place in the file.
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
  /** What the file's format calls the fields, for paths. */
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
  /** Null: it stands on its shelf. */
  y: number | null;
  /** Null: the product's width times its facings. */
  width: number | null;
  height: number | null;
  facings: { horizontal: number; vertical: number; depth: number };
  orientation: string;
}
