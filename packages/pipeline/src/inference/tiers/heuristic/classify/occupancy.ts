import { upperMedian } from '../../../../math/median.ts';
import type { RectifiedBay } from '../rectify/rectified-bay.ts';
import type { BoxMm } from '../rectify/visibility.ts';

/**
 * The appearance of a place: measures of every column of pixels, and their medians. A neighbour's side or the packs behind
 * it may cover nearly half of an empty place without changing the medians.
 */
export interface Surface extends Appearance {
  /** The columns of pixels, from the left. */
  columns: readonly Appearance[];
}

export interface Appearance {
  /** Mean absolute Lab difference between pixels two apart: print is busy, a shelf's back is not. */
  busyness: number;
  /** Mean L*. */
  lightness: number;
  /** Mean distance from grey (stretched Lab units). */
  chroma: number;
  /** Deviation of the colour down the column (stretched Lab units). */
  variation: number;
}

/** The part of a place that is measured. Edges overlap the neighbours; the upper part is empty above low packs. */
const part = { left: 0.08, right: 0.92, top: 0.5, bottom: 0.94 };

export function surfaceOf(bay: RectifiedBay, box: BoxMm): Surface {
  const { image, pxPerMm } = bay.fine;
  const column = (mm: number): number => clamp(Math.round((mm - bay.leftMm) * pxPerMm), 1, image.width - 2);
  const row = (mm: number): number => clamp(Math.round((mm - bay.topMm) * pxPerMm), 1, image.height - 2);
  const x0 = column(box.xMm + part.left * box.widthMm);
  const x1 = column(box.xMm + part.right * box.widthMm);
  const y0 = row(box.yMm + part.top * box.heightMm);
  const y1 = row(box.yMm + part.bottom * box.heightMm);
  const columns: Appearance[] = [];
  for (let x = x0; x <= x1; x++) columns.push(columnOf(image.data, image.width, x, y0, y1));
  return {
    busyness: upperMedian(columns.map((c) => c.busyness)),
    lightness: upperMedian(columns.map((c) => c.lightness)),
    chroma: upperMedian(columns.map((c) => c.chroma)),
    variation: upperMedian(columns.map((c) => c.variation)),
    columns,
  };
}

function columnOf(data: Float32Array, width: number, x: number, y0: number, y1: number): Appearance {
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

/** Typical print of recognised packs of the same photo. */
export interface PackSurface {
  busyness: number;
  lightness: number;
}

/** Contrast and brightness as shares of those of recognised packs. */
export const contrastOf = (surface: Appearance, packs: PackSurface): number =>
  surface.busyness / Math.max(1e-6, packs.busyness);
export const brightnessOf = (surface: Appearance, packs: PackSurface): number =>
  surface.lightness / Math.max(1e-6, packs.lightness);

/** A plain run this wide (share of the place) beside something dark means: only the packs behind a neighbour show. */
const minPlainRunShare = 0.34;
/** Packs of a rear row stand in shade: lit fronts are brighter than this, as a share of recognised packs. */
const minFrontBrightness = 0.72;

/** Returns the probability (0..1) that the place shows a pack front, not the shelf's back or base, rear packs or darkness. */
export function occupancyOf(surface: Surface, packs: PackSurface): number {
  const overall = printed(surface, packs);
  if (overall < 0.5) return overall;
  const plain = surface.columns.map((column) => printed(column, packs) < 0.5);
  if (longestRun(plain) < minPlainRunShare * plain.length) return overall;
  const dark = upperMedian(
    surface.columns.filter((_, i) => plain[i] === false).map((c) => brightnessOf(c, packs)),
  );
  return dark < minFrontBrightness ? 1 - overall : overall;
}

/** Returns the probability of print, 0..1, for a place or for one of its columns. */
function printed(appearance: Appearance, packs: PackSurface): number {
  // Fitted on rendered shelves and checked on a real one: print and change of colour decide, colour helps. Packs of a rear
  // row have print too, and stand in the dark.
  const evidence =
    10 * (contrastOf(appearance, packs) - 0.32) +
    (appearance.variation - 10) / 5 +
    (appearance.chroma - 14) / 15 +
    4 * (brightnessOf(appearance, packs) - 0.72);
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
