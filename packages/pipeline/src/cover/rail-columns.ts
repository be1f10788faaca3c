import type { Shelf } from '../planogram/model.ts';
import type { BayImage } from './bay-image.ts';

/** Millimetres between two columns of a rail. */
export const columnMm = 5;
/** Rows on the rail itself, in rail heights from its upper edge, which casts a shadow. */
const onRail = [0.12, 0.25, 0.38, 0.5, 0.62, 0.75, 0.88] as const;
/** Rows in the dark under the rail: a plain thing before it shows no such step. */
const underRail = [1.12, 1.24, 1.36] as const;
export const railRows = onRail.length;
const rows = [...onRail, ...underRail];

/** The colours down one rail, column by column from the bay's left side; null where it is out of view. */
export type RailColumns = (Float32Array | null)[];

/** Samples the front of a shelf, `offsetMm` below where the plan has it. */
export function railColumnsOf(
  shelf: Shelf,
  bay: BayImage,
  widthMm: number,
  offsetMm: (xMm: number) => number,
): RailColumns {
  return columnsAt(widthMm).map((xMm) =>
    isOn(shelf, xMm) ? columnAt(shelf, bay, xMm, offsetMm(xMm)) : null,
  );
}

export function columnAt(shelf: Shelf, bay: BayImage, xMm: number, offsetMm: number): Float32Array | null {
  const column = new Float32Array(rows.length * 3);
  for (const [r, share] of rows.entries()) {
    const colour = colourAt(bay, xMm, shelf.yMm + share * shelf.heightMm + offsetMm);
    if (colour === null) return null;
    column.set(colour, r * 3);
  }
  return column;
}

/** Returns the middles of the columns of a bay. */
export const columnsAt = (widthMm: number): number[] =>
  Array.from({ length: Math.max(1, Math.floor(widthMm / columnMm)) }, (_, i) => (i + 0.5) * columnMm);

export const isOn = (shelf: Shelf, xMm: number): boolean =>
  xMm >= shelf.xMm && xMm <= shelf.xMm + shelf.widthMm;

/** Returns the mean colour over the width of a column at a height; null out of view. */
export function colourAt(
  { image, pxPerMm, marginMm, inView }: BayImage,
  xMm: number,
  yMm: number,
): Float32Array | null {
  const y = Math.floor((yMm + marginMm) * pxPerMm);
  const from = Math.max(0, Math.floor((xMm - columnMm / 2) * pxPerMm));
  const to = Math.min(image.width, Math.max(from + 1, Math.floor((xMm + columnMm / 2) * pxPerMm)));
  if (y < 0 || y >= image.height || to <= from) return null;
  const colour = new Float32Array(3);
  for (let x = from; x < to; x++) {
    const at = y * image.width + x;
    if (inView[at] === 0) return null;
    for (let c = 0; c < 3; c++) colour[c] = (colour[c] ?? 0) + (image.data[at * 3 + c] ?? 0) / (to - from);
  }
  return colour;
}
