import { areaOf, byScore, type RawBox, sharedArea } from './raw-box.ts';

/** More are noise: a raw head at 1280 pixels has 33,600 rows in all. */
const maxCandidates = 30_000;
/** A box covers at most so many cells across and down. */
const maxCellsAcross = 32;

/**
 * Applies non-maximum suppression: best first, a box is dropped when a better one of its class shares more than `maxIou` of
 * their union. A grid of the remaining boxes limits comparisons to neighbours, for thousands of boxes side by side.
 * The same boxes in any order give the same answer.
 */
export function suppress(
  boxes: readonly RawBox[],
  { maxIou, acrossClasses }: { maxIou: number; acrossClasses: boolean },
): RawBox[] {
  const queue = boxes.filter((box) => areaOf(box) > 0).sort(byScore);
  queue.length = Math.min(queue.length, maxCandidates);
  const cell = cellSize(queue);
  const grid = new Map<number, RawBox[]>();
  const result: RawBox[] = [];
  for (const box of queue) {
    const keys = cellsOf(box, cell, acrossClasses ? 0 : box.classIndex);
    if (keys.some((key) => grid.get(key)?.some((other) => overlap(box, other) > maxIou))) continue;
    result.push(box);
    for (const key of keys) {
      const there = grid.get(key);
      if (there) there.push(box);
      else grid.set(key, [box]);
    }
  }
  return result;
}

function overlap(a: RawBox, b: RawBox): number {
  const shared = sharedArea(a, b);
  return shared === 0 ? 0 : shared / (areaOf(a) + areaOf(b) - shared);
}

function cellSize(boxes: readonly RawBox[]): number {
  let longest = 0;
  let sum = 0;
  for (const { left, top, right, bottom } of boxes) {
    const side = Math.max(right - left, bottom - top);
    longest = Math.max(longest, side);
    sum += side;
  }
  return Math.max(1, sum / Math.max(1, boxes.length), longest / maxCellsAcross);
}

/** Numbers of the cells that a box touches; boxes that overlap have one in common. */
function cellsOf({ left, top, right, bottom }: RawBox, cell: number, plane: number): number[] {
  const keys: number[] = [];
  for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y++)
    for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x++)
      // Two cells under one number only cost a comparison more.
      keys.push(((plane % 4096) * 65_536 + (y & 0xffff)) * 65_536 + (x & 0xffff));
  return keys;
}
