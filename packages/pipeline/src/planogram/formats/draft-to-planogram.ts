import type { Planogram } from '../model.ts';
import { blockOf } from './block-of.ts';
import type { Draft } from './draft.ts';

/** Converts a checked draft to a planogram: millimetres, shelves from the bottom up, positions in order. */
export function draftToPlanogram(draft: Draft, unitMm: number): Planogram {
  // A tenth of a micrometre: smaller digits are noise of the unit conversion.
  const mm = (value: number) => Math.round(value * unitMm * 1e4) / 1e4;
  const shelves = draft.shelves
    .toSorted((a, b) => b.y - a.y || a.x - b.x || compare(a.id, b.id))
    .map((shelf, i) => ({
      id: shelf.id,
      number: i + 1,
      xMm: mm(shelf.x),
      yMm: mm(shelf.y),
      widthMm: mm(shelf.width),
      heightMm: mm(shelf.height),
    }));
  const products = new Map(draft.products.map((product) => [product.id, product]));
  const drawn = new Map(draft.shelves.map((shelf) => [shelf.id, shelf]));

  const positions = shelves.flatMap((shelf) =>
    draft.positions
      .filter((position) => position.shelfId === shelf.id)
      .flatMap((position) => {
        const product = products.get(position.productId);
        const on = drawn.get(position.shelfId);
        if (product === undefined || on === undefined) return [];
        return { position, block: blockOf(position, product, on) };
      })
      // Stacked products have the same x: the lower one is first.
      .toSorted(
        (a, b) => a.block.x - b.block.x || b.block.y - a.block.y || compare(a.position.id, b.position.id),
      )
      .map(({ position, block }, i) => ({
        id: position.id,
        productId: position.productId,
        shelfNumber: shelf.number,
        sequence: i + 1,
        xMm: mm(block.x),
        yMm: mm(block.y),
        widthMm: mm(block.width),
        heightMm: mm(block.height),
        facings: position.facings,
        orientation: position.orientation,
      })),
  );

  return {
    widthMm: mm(draft.width),
    heightMm: mm(draft.height),
    shelves,
    positions,
    products: draft.products.map(({ width, height, depth, ...product }) => ({
      ...product,
      widthMm: mm(width),
      heightMm: mm(height),
      depthMm: depth === null ? null : mm(depth),
    })),
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
