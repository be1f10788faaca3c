import type { Frame } from '../../../../images/frame.ts';
import { type Homography, project } from '../../../../math/homography.ts';
import type { Shelf } from '../../../../planogram/model.ts';

/** Brightness along the front of one shelf, sampled from the photo: rows from the lip's upper to its lower edge. */
export interface ShelfLip {
  /** One column a millimetre, from the shelf's left end; null where the lip lies outside the photo. */
  columns: (Float32Array | null)[];
}

const rows = 8;
/** Of the lip's height: its edges cast shadows. */
const inset = 0.14;
/** A thinner lip holds no tags. */
const minLipHeightMm = 15;
/** Bounds time on plans in wrong units. */
const maxColumns = 4000;

/** Samples the shelf's front. Returns null when it is too thin for tags or has no size. */
export function shelfLipOf(shelf: Shelf, frame: Frame, bayToFrame: Homography): ShelfLip | null {
  if (!(shelf.heightMm >= minLipHeightMm) || !(shelf.widthMm >= 1)) return null;
  const count = Math.min(maxColumns, Math.floor(shelf.widthMm));
  const columns = Array.from({ length: count }, (_, i): Float32Array | null => {
    const column = new Float32Array(rows);
    for (let j = 0; j < rows; j++) {
      const share = inset + ((1 - 2 * inset) * (j + 0.5)) / rows;
      const xMm = shelf.xMm + ((i + 0.5) * shelf.widthMm) / count;
      const [x, y] = project(bayToFrame, xMm, shelf.yMm + share * shelf.heightMm);
      const grey = greyAt(frame, x, y);
      if (grey === null) return null;
      column[j] = grey;
    }
    return column;
  });
  return { columns };
}

/** Returns the grey level, 0..255, bilinear; null outside. */
function greyAt({ data, width, height }: Frame, px: number, py: number): number | null {
  const x = px - 0.5;
  const y = py - 0.5;
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  if (!(x0 >= 0 && y0 >= 0 && x0 + 1 < width && y0 + 1 < height)) return null;
  const at = (i: number, j: number): number => {
    const o = (j * width + i) * 3;
    return 0.299 * (data[o] ?? 0) + 0.587 * (data[o + 1] ?? 0) + 0.114 * (data[o + 2] ?? 0);
  };
  const fx = x - x0;
  const top = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
  const low = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
  return top + (low - top) * (y - y0);
}
