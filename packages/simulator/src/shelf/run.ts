import type { Planogram, Position } from '@gondola/pipeline/planogram';
import type { DemoProduct } from '../world/demo-product.ts';

/** Equal packs side by side on a shelf. */
export interface Run {
  product: DemoProduct;
  shelfNumber: number;
  xMm: number;
  columns: number;
  columnWidthMm: number;
  /** Packs on top of each other. */
  stack: number;
}

/** One pack front: its left edge, the height of its base, and its size are in bay millimetres. */
export interface Unit {
  product: DemoProduct;
  shelfNumber: number;
  xMm: number;
  baseMm: number;
}

/** Returns the run that the plan specifies. */
export const plannedRun = (position: Position, product: DemoProduct): Run => ({
  product,
  shelfNumber: position.shelfNumber,
  xMm: position.xMm,
  columns: position.facings.horizontal,
  columnWidthMm: position.widthMm / position.facings.horizontal,
  stack: position.facings.vertical,
});

/** Fills a position with as many packs of `product` as fit side by side; returns null when none fits. */
export function runInPlaceOf(position: Position, product: DemoProduct, planogram: Planogram): Run | null {
  const clearanceMm = clearanceOf(planogram, position.shelfNumber);
  if (product.widthMm > position.widthMm || product.heightMm > clearanceMm - 5) return null;
  const columns = Math.min(position.facings.horizontal, Math.floor(position.widthMm / product.widthMm));
  return {
    product,
    shelfNumber: position.shelfNumber,
    xMm: position.xMm,
    columns,
    columnWidthMm: position.widthMm / columns,
    stack: Math.min(position.facings.vertical, Math.floor((clearanceMm - 5) / product.heightMm)),
  };
}

/** Returns the height from a board's top edge to the board above, or to the top of the bay. */
export function clearanceOf(planogram: Planogram, shelfNumber: number): number {
  const shelf = planogram.shelves.find((s) => s.number === shelfNumber);
  if (!shelf) throw new RangeError(`shelf ${shelfNumber} is not in the planogram`);
  const above = planogram.shelves.find((s) => s.number === shelfNumber + 1);
  return shelf.yMm - (above ? above.yMm + above.heightMm : 0);
}

/** Returns the packs of a run, bottom row first. */
export function unitsOf(run: Run, planogram: Planogram): Unit[] {
  const boardMm = planogram.shelves.find((s) => s.number === run.shelfNumber)?.yMm ?? planogram.heightMm;
  return Array.from({ length: run.columns * run.stack }, (_, i) => ({
    product: run.product,
    shelfNumber: run.shelfNumber,
    xMm: run.xMm + (i % run.columns) * run.columnWidthMm + (run.columnWidthMm - run.product.widthMm) / 2,
    baseMm: boardMm - Math.floor(i / run.columns) * run.product.heightMm,
  }));
}
