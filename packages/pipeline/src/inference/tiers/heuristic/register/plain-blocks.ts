import type { LabImage } from '../pixels/lab-image.ts';

/** Blocks of this many pixels of the refined photo: smaller than a pack, larger than a letter. */
const blockPx = 16;
/** Deviation of lightness below which a block shows a plain surface. */
const maxPlainDeviation = 4;

/** Which blocks of a photo show plain surfaces: a hand, a blind, a wall. */
export interface PlainBlocks {
  columns: number;
  rows: number;
  /** 1 for a plain block, row by row. */
  plain: Uint8Array;
}

export function plainBlocksOf({ data, width, height }: LabImage): PlainBlocks {
  const columns = Math.floor(width / blockPx);
  const rows = Math.floor(height / blockPx);
  const plain = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      let squares = 0;
      for (let y = row * blockPx; y < (row + 1) * blockPx; y++)
        for (let x = column * blockPx; x < (column + 1) * blockPx; x++) {
          const l = data[(y * width + x) * 3] ?? 0;
          sum += l;
          squares += l * l;
        }
      const n = blockPx * blockPx;
      if (squares / n - (sum / n) ** 2 < maxPlainDeviation ** 2) plain[row * columns + column] = 1;
    }
  return { columns, rows, plain };
}

/** Returns the share of the photo that shows plain surfaces. */
export const plainShare = ({ plain }: PlainBlocks): number =>
  plain.reduce((sum, one) => sum + one, 0) / Math.max(1, plain.length);

/** A bay fills the rectangle around it; things that are strewn over a floor do not. */
const minFilled = 0.6;

/** Returns whether all that is not plain is one full rectangle, away from every edge of the photo: a bay seen from afar. */
export function isFarAway({ columns, rows, plain }: PlainBlocks): boolean {
  let [left, top, right, bottom, busy] = [columns, rows, -1, -1, 0];
  plain.forEach((isPlain, at) => {
    if (isPlain) return;
    const [column, row] = [at % columns, Math.floor(at / columns)];
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    busy += 1;
  });
  const isInside = left > 0 && top > 0 && right >= left && right < columns - 1 && bottom < rows - 1;
  return isInside && busy >= minFilled * (right - left + 1) * (bottom - top + 1);
}
