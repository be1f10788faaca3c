import { median } from '../math/median.ts';
import { columnMm } from './rail-columns.ts';

/** Half the width over which the median is taken: print on a tag is narrower. */
const smoothMm = 15;
/** From this median unlikeness on the rail is hidden. */
const minUnlikeness = 1.4;
/** A wrist, or a finger near the lens, hides this much. Less is a fold or a joint of the rail. */
const minRunMm = 40;
/** Wire, or a gap between fingers. */
const maxGapMm = 35;

/** Returns for each column whether the rail is hidden there; null: not known. */
export function hiddenRuns(unlikeness: readonly (number | null)[]): (boolean | null)[] {
  const flags = unlikeness.map((value, i) =>
    value === null ? null : medianAround(unlikeness, i) >= minUnlikeness,
  );
  fillRuns(flags, false, maxGapMm, true);
  fillRuns(flags, true, minRunMm, false);
  return flags;
}

function medianAround(values: readonly (number | null)[], at: number): number {
  const reach = Math.round(smoothMm / columnMm);
  const near = values.slice(Math.max(0, at - reach), at + reach + 1).filter((value) => value !== null);
  return median(near) ?? 0;
}

/** Turns runs of `from` that are shorter than `lessThanMm` around. Runs at an end of the view may go on: they stay when they are gaps. */
function fillRuns(flags: (boolean | null)[], from: boolean, lessThanMm: number, isGap: boolean): void {
  for (let start = 0; start < flags.length; ) {
    let end = start + 1;
    while (end < flags.length && flags[end] === flags[start]) end++;
    const isInside = start > 0 && end < flags.length && flags[start - 1] === !from && flags[end] === !from;
    const isShort = (end - start) * columnMm < lessThanMm;
    if (flags[start] === from && isShort && (isGap ? isInside : true)) flags.fill(!from, start, end);
    start = end;
  }
}
