import type { Point } from './registration.ts';

/** Votes for pairs of a detection and a slot, as columns: there are thousands, counted for dozens of scales. */
export interface ShiftVotes {
  detectionX: Float64Array;
  detectionY: Float64Array;
  slotX: Float64Array;
  slotY: Float64Array;
  weight: Float64Array;
}

/** A larger grid adds only noise. */
const maxBins = 512;

/**
 * Finds the shifts `thing - scale * placeDetection` with the most votes. Each vote in the grid is shared among the four
 * nearest bins, so that a cluster on a border counts in full. Returns the strongest bins without their neighbours,
 * strongest first.
 */
export function strongestShifts(shiftVotes: ShiftVotes, scale: Point, bin: Point, count: number): Point[] {
  const { detectionX, detectionY, slotX, slotY, weight } = shiftVotes;
  const [minX, binX, columns] = divide(detectionX, slotX, scale.x, bin.x);
  const [minY, binY, rows] = divide(detectionY, slotY, scale.y, bin.y);
  const sums = new Float64Array(columns * rows);
  for (let i = 0; i < weight.length; i++) {
    const u = ((detectionX[i] ?? 0) - scale.x * (slotX[i] ?? 0) - minX) / binX;
    const v = ((detectionY[i] ?? 0) - scale.y * (slotY[i] ?? 0) - minY) / binY;
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

/** Returns the smallest shift along one axis and the number of bins, with one spare. */
function divide(
  detection: Float64Array,
  slot: Float64Array,
  scale: number,
  wanted: number,
): [number, number, number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < detection.length; i++) {
    const shift = (detection[i] ?? 0) - scale * (slot[i] ?? 0);
    if (shift < min) min = shift;
    if (shift > max) max = shift;
  }
  const bin = Math.max(wanted, (max - min) / maxBins);
  return max < min ? [0, 1, 1] : [min, bin, Math.floor((max - min) / bin) + 2];
}

function strongest(sums: Float64Array, columns: number, count: number): { column: number; row: number }[] {
  const found: { column: number; row: number }[] = [];
  while (found.length < count) {
    let best = -1;
    let bestSum = 0;
    for (let at = 0; at < sums.length; at++) {
      const sum = sums[at] ?? 0;
      if (sum <= bestSum) continue;
      const column = at % columns;
      const row = Math.floor(at / columns);
      if (found.some((other) => Math.abs(other.column - column) <= 1 && Math.abs(other.row - row) <= 1))
        continue;
      best = at;
      bestSum = sum;
    }
    if (best < 0) return found;
    found.push({ column: best % columns, row: Math.floor(best / columns) });
  }
  return found;
}
