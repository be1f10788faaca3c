import type { PsaPosition } from './positions.ts';
import type { PsaSurface } from './surfaces.ts';

/** Positions whose heights overlap by this share of the smaller one hang in one row. */
const sameRowShare = 0.5;

/**
 * The rows of products on a pegboard, bar or rod, from the bottom. Hooks are not shelves, but what hangs side by side is
 * looked for side by side, so each row becomes a shelf without a board at its lowest product's end. Without any position
 * there is none.
 */
export function hangingRows(board: PsaSurface): PsaSurface[] {
  const rows: PsaPosition[][] = [];
  const bottomOf = ({ y, height }: PsaPosition) => y ?? board.top - (height ?? 0);
  for (const position of board.positions.toSorted((a, b) => bottomOf(a) - bottomOf(b))) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && overlap(first, position, bottomOf)) row.push(position);
    else rows.push([position]);
  }
  return rows.map((positions, i) => ({
    ...board,
    name: rows.length === 1 ? board.name : `${board.name || 'pegboard'} row ${i + 1}`,
    key: rows.length === 1 ? board.key : `${board.key}-${i + 1}`,
    top: Math.min(...positions.map(bottomOf)),
    thickness: 0,
    positions,
  }));
}

function overlap(a: PsaPosition, b: PsaPosition, bottomOf: (position: PsaPosition) => number): boolean {
  const heights = [a.height ?? 0, b.height ?? 0] as const;
  const shared =
    Math.min(bottomOf(a) + heights[0], bottomOf(b) + heights[1]) - Math.max(bottomOf(a), bottomOf(b));
  return Math.min(...heights) === 0
    ? bottomOf(a) === bottomOf(b)
    : shared > sameRowShare * Math.min(...heights);
}
