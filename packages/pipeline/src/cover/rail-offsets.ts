import { median } from '../math/median.ts';
import type { Shelf } from '../planogram/model.ts';
import type { BayImage } from './bay-image.ts';
import { colourAt, columnMm, columnsAt, isOn } from './rail-columns.ts';

/** Rows of the profile, in rail heights below the rail's upper edge; the search moves it by `reach` rows. */
const step = 0.1;
const from = -0.8;
const count = 30;
const reach = 6;
/** Fewer columns do not show how a rail looks. */
const minColumns = 12;
/** Colour difference (stretched Lab units) that each row of offset has to win. */
const offsetCost = 0.4;

/** Rails are compared in pieces of this length: the registration may be turned a little against them. */
const pieceMm = 150;
/** One piece may lie over a thing that hides the rail. */
const maxSlope = 0.02;

/** Millimetres that a rail lies below its plan, by the distance from the bay's left side. */
export type RailOffset = (xMm: number) => number;

/**
 * Returns how far below its plan each rail lies, so that all rails show the same part of their front. Plans and registrations
 * are exact to a part of a rail's height only.
 */
export function railOffsets(
  shelves: readonly Shelf[],
  known: readonly (readonly boolean[])[],
  bay: BayImage,
): RailOffset[] {
  const pieces = shelves.map((shelf, i) => piecesOf(shelf, known[i] ?? [], bay));
  const all = pieces.flat();
  // The piece that is most like all others is the reference: one that something hides is like none.
  const reference = all
    .map((piece) => ({
      piece,
      cost: median(all.map((other) => fitOf(other.profile, piece.profile).cost)) ?? 0,
    }))
    .toSorted((a, b) => a.cost - b.cost)[0]?.piece.profile;
  const lines = shelves.map((shelf, i) => {
    const points = (pieces[i] ?? []).map(({ xMm, profile }) => ({
      xMm,
      offsetMm: reference === undefined ? 0 : fitOf(profile, reference).offset * step * shelf.heightMm,
    }));
    return points.length === 0 ? null : lineThrough(points);
  });
  const usual = median(lines.flatMap((line) => line?.(0) ?? [])) ?? 0;
  return lines.map((line) => line ?? (() => usual));
}

interface Piece {
  xMm: number;
  profile: Profile;
}

function piecesOf(shelf: Shelf, known: readonly boolean[], bay: BayImage): Piece[] {
  const xs = columnsAt(known.length * columnMm).filter((xMm, i) => known[i] === true && isOn(shelf, xMm));
  return [...Map.groupBy(xs, (xMm) => Math.floor(xMm / pieceMm)).values()].flatMap((some) => {
    const profile = profileOf(shelf, some, bay);
    return profile === null ? [] : [{ xMm: median(some) ?? 0, profile }];
  });
}

/** Returns the median of the lines through all pairs (Theil and Sen): up to a quarter of the points may be wrong. */
function lineThrough(points: readonly { xMm: number; offsetMm: number }[]): RailOffset {
  const slopes = points.flatMap((a, i) =>
    points.slice(i + 1).map((b) => (b.offsetMm - a.offsetMm) / (b.xMm - a.xMm || 1)),
  );
  const slope = Math.max(-maxSlope, Math.min(maxSlope, median(slopes) ?? 0));
  const start = median(points.map(({ xMm, offsetMm }) => offsetMm - slope * xMm)) ?? 0;
  return (xMm) => start + slope * xMm;
}

type Profile = (Float32Array | null)[];

/** Returns the median colour of each row over some columns; null without enough of them. */
function profileOf(shelf: Shelf, xs: readonly number[], bay: BayImage): Profile | null {
  if (xs.length < minColumns) return null;
  return Array.from({ length: count }, (_, row) => {
    const yMm = shelf.yMm + (from + row * step) * shelf.heightMm;
    const colours = xs.map((xMm) => colourAt(bay, xMm, yMm)).filter((colour) => colour !== null);
    if (colours.length < minColumns) return null;
    return Float32Array.from([0, 1, 2], (c) => median(colours.map((colour) => colour[c] ?? 0)) ?? 0);
  });
}

function fitOf(profile: Profile, reference: Profile): { offset: number; cost: number } {
  let best = { offset: 0, cost: Number.POSITIVE_INFINITY };
  for (let offset = -reach; offset <= reach; offset++) {
    const cost = difference(profile, reference, offset) + offsetCost * Math.abs(offset);
    if (cost < best.cost) best = { offset, cost };
  }
  return best;
}

/** Returns the mean colour difference of the rows of the rail and a little around it; the light may differ. */
function difference(profile: Profile, reference: Profile, offset: number): number {
  let [sum, n] = [0, 0];
  for (let row = reach; row < count - reach; row++) {
    const a = profile[row + offset];
    const b = reference[row];
    if (!a || !b) continue;
    sum += Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0), (a[2] ?? 0) - (b[2] ?? 0));
    n++;
  }
  return n === 0 ? Number.POSITIVE_INFINITY : sum / n;
}
