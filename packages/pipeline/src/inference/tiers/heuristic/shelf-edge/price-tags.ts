import type { ShelfLip } from './shelf-lip.ts';

/** Half the width, in millimetres, over which a column's print is averaged. */
const smoothMm = 4;
/** Gaps between the name, the code and the digits of one tag are shorter than this; gaps between tags are mostly longer. */
const bridgedMm = 14;
/** A run of print narrower than a tag's price is a scratch or a screw. */
const minTagWidthMm = 22;
/** Tags of one store are alike; a wider run is several of them side by side. */
const maxTagWidthMm = 95;
/** Print differs by at least this much (grey levels) from the plain lip. */
const minPrint = 6;
/** Threshold between print and plain, as a share of the lip's strongest print (95 % of columns have less). */
const printShare = 0.3;
/** Below this share of the lip in view its tags are not counted. */
const minInViewShare = 0.5;

/** Counts the price tags on a lip: runs of print on its plain front. Returns null when too little of it is in view. */
export function countTags({ columns }: ShelfLip): { tags: number; perMetre: number } | null {
  const inView = columns.filter((c) => c !== null).length;
  if (inView < minInViewShare * columns.length || inView === 0) return null;
  const print = smoothed(
    columns.map((column, i) => (column === null ? 0 : printOf(column, columns[i + 2] ?? column))),
  );
  const sorted = print.toSorted((a, b) => a - b);
  const strong = sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0;
  const plain = sorted[Math.floor(0.1 * (sorted.length - 1))] ?? 0;
  if (strong - plain < minPrint) return { tags: 0, perMetre: 0 };
  const threshold = plain + printShare * (strong - plain);
  const widths = runsOf(bridged(print.map((v) => v >= threshold))).filter((width) => width >= minTagWidthMm);
  const single = widths.filter((width) => width <= maxTagWidthMm).toSorted((a, b) => a - b);
  const defaultLikeness = single[single.length >> 1] ?? maxTagWidthMm / 2;
  const tags = widths.reduce(
    (sum, width) => sum + (width <= maxTagWidthMm ? 1 : Math.round(width / defaultLikeness)),
    0,
  );
  return { tags, perMetre: (1000 * tags) / inView };
}

/**
 * Returns the difference between a column and the one two millimetres further on. A shadow along the lip, or its edge when the
 * plan has the board too high, is the same in both columns and does not count as print.
 */
function printOf(column: Float32Array, next: Float32Array): number {
  let step = 0;
  for (let i = 0; i < column.length; i++) step += Math.abs((next[i] ?? 0) - (column[i] ?? 0));
  return step / column.length;
}

function smoothed(values: readonly number[]): number[] {
  const sums = [0];
  for (const v of values) sums.push((sums.at(-1) ?? 0) + v);
  return values.map((_, i) => {
    const from = Math.max(0, i - smoothMm);
    const to = Math.min(values.length, i + smoothMm + 1);
    return ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
  });
}

/** Fills the short gaps between runs of print. */
function bridged(printed: readonly boolean[]): boolean[] {
  const out = [...printed];
  let last = -1;
  for (const [i, isPrinted] of printed.entries()) {
    if (!isPrinted) continue;
    if (last >= 0 && i - last <= bridgedMm) out.fill(true, last, i);
    last = i;
  }
  return out;
}

/** Returns the lengths of the unbroken runs. */
function runsOf(printed: readonly boolean[]): number[] {
  const runs: number[] = [];
  let length = 0;
  for (const isPrinted of [...printed, false]) {
    if (isPrinted) length++;
    else if (length > 0) {
      runs.push(length);
      length = 0;
    }
  }
  return runs;
}
