import type { Planogram } from '../../planogram/model.ts';
import type { Placed } from './placed.ts';

/** A foot may be this far below the board's edge, as a share of the distance between boards. */
const sunk = 0.25;

/** Returns the shelf of a detection: the nearest board below its foot that reaches under it. */
export function shelfBelow(one: Placed, { shelves, heightMm }: Planogram): number | null {
  const spacing = heightMm / Math.max(1, shelves.length);
  const under = shelves
    .filter((shelf) => shelf.yMm >= one.bottomMm - sunk * spacing)
    .filter((shelf) => one.rightMm > shelf.xMm && one.leftMm < shelf.xMm + shelf.widthMm)
    .toSorted((a, b) => a.yMm - b.yMm || a.xMm - b.xMm)[0];
  return under?.number ?? null;
}
