import type { Point } from './mapping.ts';

/** Votes for "this thing stands in that place", as columns: there are thousands, counted for dozens of scales. */
export interface Ballots {
  thingX: Float64Array;
  thingY: Float64Array;
  placeX: Float64Array;
  placeY: Float64Array;
  weight: Float64Array;
}

/** A grid larger than this holds no more truth, only more noise. */
const mostBins = 512;

/**
 * Where most votes for a shift `thing - scale * place` fall: bins of the size `bin`, each vote shared among the four it lies
 * between, so that a cluster on a border counts in full. The strongest bins that are not neighbours, strongest first.
 */
export function strongestShifts(ballots: Ballots, scale: Point, bin: Point, count: number): Point[] {
  const { thingX, thingY, placeX, placeY, weight } = ballots;
  const [minX, binX, columns] = divide(thingX, placeX, scale.x, bin.x);
  const [minY, binY, rows] = divide(thingY, placeY, scale.y, bin.y);
  const sums = new Float64Array(columns * rows);
  for (let i = 0; i < weight.length; i++) {
    const u = ((thingX[i] ?? 0) - scale.x * (placeX[i] ?? 0) - minX) / binX;
    const v = ((thingY[i] ?? 0) - scale.y * (placeY[i] ?? 0) - minY) / binY;
    const vote = weight[i] ?? 0;
    const column = Math.floor(u);
    const row = Math.floor(v);
    const right = u - column;
    const down = v - row;
    const at = row * columns + column;
    sums[at] = (sums[at] ?? 0) + vote * (1 - right) * (1 - down);
    sums[at + 1] = (sums[at + 1] ?? 0) + vote * right * (1 - down);
    sums[at + columns] = (sums[at + columns] ?? 0) + vote * (1 - right) * down;
    sums[at + columns + 1] = (sums[at + columns + 1] ?? 0) + vote * right * down;
  }
  return strongest(sums, columns, count).map(({ column, row }) => ({
    x: minX + column * binX,
    y: minY + row * binY,
  }));
}

/** The least shift along one axis, the bins' size, and how many there are, one to spare. */
function divide(
  thing: Float64Array,
  spot: Float64Array,
  scale: number,
  wanted: number,
): [number, number, number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < thing.length; i++) {
    const shift = (thing[i] ?? 0) - scale * (spot[i] ?? 0);
    if (shift < min) min = shift;
    if (shift > max) max = shift;
  }
  const bin = Math.max(wanted, (max - min) / mostBins);
  return max < min ? [0, 1, 1] : [min, bin, Math.floor((max - min) / bin) + 2];
}

function strongest(sums: Float64Array, columns: number, count: number): { column: number; row: number }[] {
  const found: { column: number; row: number }[] = [];
  while (found.length < count) {
    let best = -1;
    let most = 0;
    for (let at = 0; at < sums.length; at++) {
      const sum = sums[at] ?? 0;
      if (sum <= most) continue;
      const column = at % columns;
      const row = Math.floor(at / columns);
      if (found.some((other) => Math.abs(other.column - column) <= 1 && Math.abs(other.row - row) <= 1))
        continue;
      best = at;
      most = sum;
    }
    if (best < 0) return found;
    found.push({ column: best % columns, row: Math.floor(best / columns) });
  }
  return found;
}
