import type { Draft, DraftPosition } from './draft.ts';

/** Returns the block of all facings of a position in the file's unit; missing values follow from product and shelf. */
export function blockOf(
  position: DraftPosition,
  product: Draft['products'][number],
  shelf: Draft['shelves'][number],
): { x: number; y: number; width: number; height: number } {
  const width = position.width ?? product.width * position.facings.horizontal;
  const height = position.height ?? product.height * position.facings.vertical;
  return { x: position.x, y: position.y ?? shelf.y - height, width, height };
}
