import { median } from '../math/median.ts';
import { quantile } from '../math/quantile.ts';
import { colourDifference, stepOf } from './column-measures.ts';
import { columnMm, type RailColumns, railRows } from './rail-columns.ts';

/** Up to this unlikeness a column shows the rail. */
const usual = 1;
/** What lies under a rail changes slowly along it: columns within this distance are compared, but not those of the same tag. */
const nearMm = 400;
const sameTagMm = 20;
/** Fewer columns in view do not show what lies under the rail. */
const minNear = 12;
/** The n-th nearest counts: a single column may be an exception. */
const neighbours = 4;
/** What lies under a rail differs by this much (stretched Lab units); never by more than the second. */
const tolerances = { min: 4, max: 8 };
/** Of the usual step from the rail to the dark under it: a dark thing before both has none. */
const minStepShare = 0.35;

/**
 * Returns the unlikeness of one rail's columns without that of tags and shades. A tag of a rare colour and the shade of a pack
 * end at the rail's lower edge: under them the bay looks as it does beside them. What stands before the bay goes on there.
 */
export function discountTags(
  columns: RailColumns,
  unlikeness: readonly (number | null)[],
): (number | null)[] {
  const seen = columns.flatMap((column, at) =>
    column !== null && (unlikeness[at] ?? Number.POSITIVE_INFINITY) <= usual ? [{ at, column }] : [],
  );
  const minStep = minStepShare * Math.max(0, median(seen.map(({ column }) => stepOf(column))) ?? 0);
  const underOf = (at: number, column: Float32Array): number => {
    const apart = seen.filter((one) => {
      const apartMm = Math.abs(one.at - at) * columnMm;
      return apartMm > sameTagMm && apartMm <= nearMm;
    });
    if (apart.length < minNear) return Number.POSITIVE_INFINITY;
    const distances = apart.map((one) => distanceUnderRail(one.column, column)).toSorted((a, b) => a - b);
    return distances[neighbours - 1] ?? Number.POSITIVE_INFINITY;
  };
  const spread = quantile(seen.map(({ at, column }) => underOf(at, column)).filter(Number.isFinite), 0.9);
  const limit = Math.min(tolerances.max, Math.max(tolerances.min, spread ?? 0));
  return unlikeness.map((value, at) => {
    const column = columns[at] ?? null;
    if (value === null || value <= usual || column === null || stepOf(column) < minStep) return value;
    return underOf(at, column) <= limit ? usual : value;
  });
}

const distanceUnderRail = (a: Float32Array, b: Float32Array): number =>
  colourDifference(a, b, railRows * 3, a.length);
