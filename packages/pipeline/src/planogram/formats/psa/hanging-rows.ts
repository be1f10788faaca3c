import type { PsaSurface } from './psa-surface.ts';
import type { PsaPosition } from './read-position.ts';

/** Positions belong to one row when their heights overlap by this share of the smaller one. */
const sameRowShare = 0.5;

/**
 * Returns the rows of products on a pegboard, bar or rod, from the bottom. Products that hang side by side are detected side by side.
 * So each row becomes a shelf without a board, at the lower end of its lowest product. A board without positions has no
 * rows.
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
