import { median } from '../math/median.ts';
import { quantile } from '../math/quantile.ts';
import { colourDifference, lightOf, stepOf } from './column-measures.ts';
import { columnMm, type RailColumns, railRows } from './rail-columns.ts';

/** A rail, or another strip of the bay that looks alike along its length. */
export interface Rail {
  columns: RailColumns;
  /** Columns beside packs that were recognised: the rail is in view there. */
  known: boolean[];
  /** The index of the next rail under it. Null for the lowest: under it may be a bright plinth, under all others it is dark. */
  lowerRail: number | null;
  /** Samples a column again, so many shares of the rail's height lower. */
  moved(at: number, share: number): Float32Array | null;
}

/** A rail may lie this much beside its line: boards bend, and so do lenses. */
const moves = [-0.2, -0.1, 0.1, 0.2] as const;

/** A column is compared with known ones of its own rail within this distance: light changes along a rail. */
const nearMm = 400;
/** Known columns this near show the same spot: they do not say what else the rail may look like. */
const sameSpotMm = 20;
/** The n-th nearest counts: a single known column may itself be hidden. */
const neighbours = 4;
const minKnown = 12;
/** Time grows with the known columns; more of them change nothing. */
const maxKnownPerRail = 48;
/** Colours along one rail differ by this much (stretched Lab units) in any photo; never by more than the second. */
const tolerances = { min: 8, max: 15 };
/** Rails of one bay stand in different light: lightness and colour differ by up to this factor. */
const maxLightGain = 1.4;
/** Of the usual step from the rail to the dark under it: with less there is no rail. */
const minStepShare = 0.35;
/** Such a column needs no second look. */
const usualUnlikeness = 0.8;
/** Of the relief that nearly all known columns show: with less the surface is plain, and no rail. */
const minReliefShare = 0.5;
/** How unlike a rail is what has no such step. */
const withoutStep = 2;

interface Known {
  rail: number;
  at: number;
  column: Float32Array;
}

/**
 * Returns for each rail and column how unlike a rail it looks: up to about 1 is usual. Null: out of view, or too few known
 * columns to say.
 */
export function railUnlikeness(rails: readonly Rail[]): (number | null)[][] {
  const pool = supported(
    rails,
    rails.map((rail, index) => thinned(knownOf(rail, index))),
  );
  const all = pool.flat();
  if (all.length < minKnown) return rails.map(({ columns }) => columns.map(() => null));
  const unlikeness = (rail: number, at: number, column: Float32Array): number => {
    const own = (pool[rail] ?? []).filter((k) => {
      const apart = Math.abs(k.at - at) * columnMm;
      return apart > sameSpotMm && apart <= nearMm;
    });
    const others = all.filter((k) => k.rail !== rail);
    return Math.min(
      nthNearest(own, column, nearbyDistance),
      nthNearest(others, column, distanceInOtherLight),
    );
  };
  const ownSteps = pool.map((known) =>
    known.length < minKnown ? null : median(known.map(({ column }) => stepOf(column))),
  );
  const usualStep = median(
    ownSteps.filter((_, rail) => rails[rail]?.lowerRail !== null).filter((step) => step !== null),
  );
  const minReliefHere =
    minReliefShare *
    (quantile(
      all.map(({ column }) => reliefOf(column)),
      0.1,
    ) ?? 0);
  const hasStep = (rail: number, column: Float32Array) => {
    if (reliefOf(column) < minReliefHere) return false;
    const expected = ownSteps[rail] ?? (rails[rail]?.lowerRail !== null ? usualStep : null);
    return stepOf(column) >= minStepShare * (expected ?? 0);
  };
  const usual = all.map(({ rail, at, column }) => unlikeness(rail, at, column)).filter(Number.isFinite);
  const limit = Math.min(tolerances.max, Math.max(tolerances.min, quantile(usual, 0.9) ?? tolerances.min));
  return rails.map(({ columns }, rail) =>
    columns.map((column, at) => {
      if (column === null) return null;
      const rate = (one: Float32Array) => {
        const value = unlikeness(rail, at, one) / limit;
        return hasStep(rail, one) ? value : Math.max(value, withoutStep);
      };
      let least = rate(column);
      for (const share of moves) {
        if (least <= usualUnlikeness) break;
        const again = rails[rail]?.moved(at, share) ?? null;
        if (again !== null) least = Math.min(least, rate(again));
      }
      return least;
    }),
  );
}

/** From this many rails on, what only one of them shows may be a thing before it, such as the upper edge of a pallet. */
const minRails = 3;
/** Such a thing stands on the floor: it hides what is on the shelf below within this distance. */
const besideMm = 40;

/** Drops known columns that look like no other rail, unless packs are recognised under them, or nothing is planned there. */
function supported(rails: readonly Rail[], pool: readonly (readonly Known[])[]): Known[][] {
  const usable = pool.filter((known) => known.length >= minKnown);
  if (usable.length < minRails) return pool.map((known) => [...known]);
  return pool.map((known, rail) => {
    const lower = rails[rail]?.lowerRail ?? null;
    if (lower === null) return [...known];
    return known.filter(
      ({ column, at }) =>
        pool[lower]?.some((other) => Math.abs(other.at - at) * columnMm <= besideMm) === true ||
        pool.some(
          (other, index) =>
            index !== rail && nthNearest(other, column, distanceInOtherLight) <= tolerances.max,
        ),
    );
  });
}

const knownOf = ({ columns, known }: Rail, rail: number): Known[] =>
  columns.flatMap((column, at) => (column !== null && known[at] === true ? [{ rail, at, column }] : []));

function thinned(known: readonly Known[]): Known[] {
  const step = Math.max(1, known.length / maxKnownPerRail);
  return known.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

function nthNearest(known: readonly Known[], column: Float32Array, distance: Distance): number {
  if (known.length < minKnown) return Number.POSITIVE_INFINITY;
  const best = new Float64Array(neighbours).fill(Number.POSITIVE_INFINITY);
  for (const k of known) {
    let d = distance(k.column, column);
    for (let i = 0; i < neighbours && Number.isFinite(d); i++) {
      const other = best[i] ?? Number.POSITIVE_INFINITY;
      if (d < other) {
        best[i] = d;
        d = other;
      }
    }
  }
  return best[neighbours - 1] ?? Number.POSITIVE_INFINITY;
}

type Distance = (a: Float32Array, b: Float32Array) => number;

/** Returns the root mean square of the colour difference: one missing edge counts. */
const nearbyDistance: Distance = (a, b) => colourDifference(a, b, 0, a.length);

/** Compares the rails alone, without the difference of their light: what lies under them depends on the camera's height. */
const distanceInOtherLight: Distance = (a, b) => {
  const gain = (lightOf(a) + 16) / (lightOf(b) + 16);
  return colourDifference(a, b, 0, railRows * 3, Math.max(1 / maxLightGain, Math.min(maxLightGain, gain)));
};

/** Returns how much the colours differ down the column. */
function reliefOf(column: Float32Array): number {
  const rows = column.length / 3;
  let squares = 0;
  for (let c = 0; c < 3; c++) {
    let [sum, own] = [0, 0];
    for (let k = c; k < column.length; k += 3) {
      sum += column[k] ?? 0;
      own += (column[k] ?? 0) ** 2;
    }
    squares += own / rows - (sum / rows) ** 2;
  }
  return Math.sqrt(Math.max(0, squares));
}
