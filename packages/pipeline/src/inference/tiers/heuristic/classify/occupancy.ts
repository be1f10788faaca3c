import type { RectifiedBay } from './rectified-bay.ts';
import type { BoxMm } from './visibility.ts';

/**
 * What a place looks like, whatever stands there: of every column of pixels its own figures, and of those the median. A
 * neighbour's side or the packs behind it may cover nearly half of an empty place without being taken for its content.
 */
export interface Surface extends Look {
  /** The columns of pixels, from the left. */
  columns: readonly Look[];
}

export interface Look {
  /** Mean absolute Lab difference between pixels two apart: print is busy, a shelf's back is not. */
  busyness: number;
  /** Mean L*. */
  lightness: number;
  /** Mean distance from grey (stretched Lab units). */
  chroma: number;
  /** Deviation of the colour down the column (stretched Lab units). */
  variation: number;
}

/** Edges belong half to the neighbours; the upper part to nobody, as packs of every height stand on the board. */
const part = { left: 0.08, right: 0.92, top: 0.5, bottom: 0.94 };

export function surfaceOf(bay: RectifiedBay, box: BoxMm): Surface {
  const { image, pxPerMm } = bay.fine;
  const column = (mm: number): number => clamp(Math.round((mm - bay.leftMm) * pxPerMm), 1, image.width - 2);
  const row = (mm: number): number => clamp(Math.round((mm - bay.topMm) * pxPerMm), 1, image.height - 2);
  const x0 = column(box.xMm + part.left * box.widthMm);
  const x1 = column(box.xMm + part.right * box.widthMm);
  const y0 = row(box.yMm + part.top * box.heightMm);
  const y1 = row(box.yMm + part.bottom * box.heightMm);
  const columns: Look[] = [];
  for (let x = x0; x <= x1; x++) columns.push(columnOf(image.data, image.width, x, y0, y1));
  return {
    busyness: median(columns.map((c) => c.busyness)),
    lightness: median(columns.map((c) => c.lightness)),
    chroma: median(columns.map((c) => c.chroma)),
    variation: median(columns.map((c) => c.variation)),
    columns,
  };
}

function columnOf(data: Float32Array, width: number, x: number, y0: number, y1: number): Look {
  const down = width * 3;
  let busyness = 0;
  let lightness = 0;
  let chroma = 0;
  let [a, b, squares] = [0, 0, 0];
  for (let y = y0; y <= y1; y++) {
    const i = (y * width + x) * 3;
    for (let k = i; k < i + 3; k++)
      busyness +=
        Math.abs((data[k + 3] ?? 0) - (data[k - 3] ?? 0)) +
        Math.abs((data[k + down] ?? 0) - (data[k - down] ?? 0));
    const va = data[i + 1] ?? 0;
    const vb = data[i + 2] ?? 0;
    lightness += data[i] ?? 0;
    chroma += Math.sqrt(va * va + vb * vb);
    a += va;
    b += vb;
    squares += va * va + vb * vb;
  }
  const n = Math.max(1, y1 - y0 + 1);
  const variation = Math.sqrt(Math.max(0, squares / n - (a / n) ** 2 - (b / n) ** 2));
  return { busyness: busyness / n, lightness: lightness / n, chroma: chroma / n, variation };
}

const clamp = (v: number, low: number, high: number): number => Math.max(low, Math.min(high, v));

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** What the print of recognised packs of the same photo looks like. */
export interface PackSurface {
  busyness: number;
  lightness: number;
}

/** Shares of what recognised packs show. */
export const contrastOf = (surface: Look, packs: PackSurface): number =>
  surface.busyness / Math.max(1e-6, packs.busyness);
export const brightnessOf = (surface: Look, packs: PackSurface): number =>
  surface.lightness / Math.max(1e-6, packs.lightness);

/** A plain stretch this wide (share of the place) beside something dark: what shows are the packs behind a neighbour. */
const plainStretch = 0.34;
/** Packs of a row behind stand in shade: fronts in light are brighter than this, as a share of recognised packs. */
const shade = 0.72;

/** 0..1: that a pack front shows at the place rather than the shelf's back, its floor, the packs behind or the dark. */
export function occupation(surface: Surface, packs: PackSurface): number {
  const overall = printed(surface, packs);
  if (overall < 0.5) return overall;
  const plain = surface.columns.map((column) => printed(column, packs) < 0.5);
  if (longestRun(plain) < plainStretch * plain.length) return overall;
  const dark = median(
    surface.columns.filter((_, i) => plain[i] === false).map((c) => brightnessOf(c, packs)),
  );
  return dark < shade ? 1 - overall : overall;
}

/** 0..1, of a place or of one of its columns. */
function printed(look: Look, packs: PackSurface): number {
  // Fitted on rendered shelves and held against a real one: print and change of colour decide, colour helps; packs of a
  // row behind have print too, and stand in the dark.
  const evidence =
    10 * (contrastOf(look, packs) - 0.32) +
    (look.variation - 10) / 5 +
    (look.chroma - 14) / 15 +
    4 * (brightnessOf(look, packs) - 0.72);
  return 1 / (1 + Math.exp(-evidence));
}

function longestRun(flags: readonly boolean[]): number {
  let longest = 0;
  let run = 0;
  for (const flag of flags) {
    run = flag ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
