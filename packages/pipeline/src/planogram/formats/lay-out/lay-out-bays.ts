import type { Draft, DraftPosition } from '../draft.ts';
import { type PlacedBay, placeShelves } from './place-shelves.ts';
import { assumed, type BayPlan, type ProductPlan } from './plan.ts';
import { sizeHeights } from './size-heights.ts';
import { sizeWidths } from './size-widths.ts';

export interface LaidOut {
  /** In millimetres. */
  draft: Omit<Draft, 'fields'>;
  /** Lines in the file of the items of the draft's lists, by index. */
  lines: { shelves: number[]; products: number[]; positions: number[] };
  notes: string[];
}

/** Lays bays out from the order of their items. Missing values are filled in and noted. Bays stand side by side on one floor. */
export function layOutBays(bays: readonly BayPlan[], products: readonly ProductPlan[]): LaidOut {
  const byId = new Map(products.map((product) => [product.id, product]));
  const widths = sizeWidths(bays, byId);
  const placed = bays.map((bay) => [bay, placeShelves(bay, byId)] as const);
  const heights = sizeHeights(placed, byId);
  const heightMm = Math.max(...placed.map(([, { heightMm }]) => heightMm));

  const draft: LaidOut['draft'] = {
    width: 0,
    height: heightMm,
    shelves: [],
    products: products.map(({ line: _, widthMm, heightMm, depthMm, ...product }) => ({
      ...product,
      width: widthMm ?? widths.products.get(product.id) ?? assumed.facingWidthMm,
      height: heightMm ?? heights.products.get(product.id) ?? assumed.facingHeightMm,
      depth: depthMm,
    })),
    positions: [],
  };
  const lines: LaidOut['lines'] = { shelves: [], products: products.map(({ line }) => line), positions: [] };

  for (const [bay, { heightMm: bayHeightMm, tops }] of placed) {
    const dropMm = heightMm - bayHeightMm;
    const rows = bay.shelves.map((shelf) => ({ shelf, ...layOutRow(shelf, widths.items, heights.items) }));
    const reachMm = Math.max(
      ...rows.map(({ shelf, endMm }) => Math.max(endMm, (shelf.xMm ?? 0) + (shelf.widthMm ?? 0))),
    );
    const bayWidthMm = bay.widthMm ?? reachMm;
    for (const { shelf, positions } of rows) {
      draft.shelves.push({
        id: shelf.id,
        x: draft.width + (shelf.xMm ?? 0),
        y: (tops.get(shelf) ?? 0) + dropMm,
        width: shelf.widthMm ?? bayWidthMm - (shelf.xMm ?? 0),
        height: shelf.boardMm ?? assumed.boardMm,
      });
      lines.shelves.push(shelf.line);
      for (const { line, ...position } of positions) {
        draft.positions.push({
          ...position,
          x: draft.width + position.x,
          y: position.y === null ? null : position.y + dropMm,
        });
        lines.positions.push(line);
      }
    }
    draft.width += bayWidthMm;
  }
  return { draft, lines, notes: [...widths.notes, ...shelfNotes(placed), ...heights.notes] };
}

function layOutRow(
  shelf: BayPlan['shelves'][number],
  widths: ReadonlyMap<object, number>,
  heights: ReadonlyMap<object, number>,
): { positions: (DraftPosition & { line: number })[]; endMm: number } {
  let cursorMm = shelf.xMm ?? 0;
  let endMm = cursorMm;
  const positions = shelf.items.map((item) => {
    const width = widths.get(item) ?? assumed.facingWidthMm;
    const x = item.xMm ?? cursorMm;
    cursorMm = x + width;
    endMm = Math.max(endMm, cursorMm);
    return {
      id: item.id,
      line: item.line,
      productId: item.productId,
      shelfId: shelf.id,
      x,
      y: item.yMm,
      width,
      height: heights.get(item) ?? null,
      facings: item.facings,
      orientation: item.orientation,
    };
  });
  return { positions, endMm };
}

function shelfNotes(placed: readonly (readonly [BayPlan, PlacedBay])[]): string[] {
  return placed.some(([, { isAssumed }]) => isAssumed)
    ? ['The file does not say how high all shelves are: they are drawn one above the other.']
    : [];
}
